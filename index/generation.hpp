// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/error.hpp"
#include "index/ranking.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::index {

/// A file of a generation as the manifest vouches for it.
struct ManifestFile {
  std::string name; ///< relative to the generation's folder
  std::uint64_t bytes = 0;
  std::string xxh3; ///< 16 hexadecimal digits

  bool operator==(ManifestFile const&) const = default;
};

/// The files of a segment, relative to the generation's folder.
struct SegmentNames {
  std::string words;
  std::string articles;

  bool operator==(SegmentNames const&) const = default;
};

/// What a generation says of itself, `manifest.json`.
struct Manifest {
  unsigned schema = 0;   ///< schema_version of the program that wrote it
  unsigned analyser = 0; ///< text::analyser_version of the same
  std::uint64_t generation = 0;
  std::string created; ///< RFC 3339, UTC
  std::uint64_t articles = 0;
  unsigned shards = 1;                ///< databases that the articles are in: index/databases.hpp
  std::string mark;                   ///< of several shards, which each have it with their number
  std::vector<SegmentNames> segments; ///< of one shard: index/segments.hpp; none of several
  std::string settings;           ///< fingerprint of the indexing options; others mean a rebuild
  FieldLengths average_lengths{}; ///< that the impacts were computed with
  std::uint64_t body_words = 0;   ///< of all articles now, to see how far the averages have drifted
  std::vector<ManifestFile> files;
};

/// The folder given as `--db`:
///
///     CURRENT        the name of the generation that answers, one line
///     gen-0007/      manifest.json, vocabulary, phrases, sources, and either xapian/, live and the
///                    segments (words-5, articles-5, words-7, articles-7), or shard-1/ and so on
///     LOCK           held by the indexer at work
///
/// A published generation is never written again and its number is never used twice,
/// so a reader needs no lock: it opens what CURRENT names and keeps it open.
/// Functions may be called from any thread.
class Store {
public:
  explicit Store(std::filesystem::path folder)
      : folder_(std::move(folder)) {}

  [[nodiscard]] std::filesystem::path const& folder() const { return folder_; }
  [[nodiscard]] std::filesystem::path generation_folder(std::uint64_t number) const;

  /// What CURRENT names; nothing where there is no CURRENT. Throws
  /// Error(damaged) when CURRENT is unreadable or names no generation.
  [[nodiscard]] std::optional<std::uint64_t> current() const;

  /// When CURRENT was last made to name one; nothing when it is not there. Never throws.
  [[nodiscard]] std::optional<std::filesystem::file_time_type> switched() const;

  /// The manifest of the current generation, checked: made for this schema and
  /// analyser, every file there with its size and checksum (which also brings the files
  /// into the page cache). Throws Error absent, damaged, newer or older.
  [[nodiscard]] Manifest open_current() const;
  /// `elsewhere`: names of databases that another host has, whose files are not looked at.
  [[nodiscard]] Manifest open(std::uint64_t number,
                              std::span<std::string const> elsewhere = {}) const;

  /// The manifest alone, the files it vouches for unchecked. Throws as open().
  [[nodiscard]] Manifest read(std::uint64_t number) const;

  /// Numbers of all generations on disk, ascending.
  [[nodiscard]] std::vector<std::uint64_t> generations() const;

private:
  std::filesystem::path folder_;
};

/// End of the name of a folder that a generation is being written in.
inline constexpr std::string_view draft_suffix = ".draft";

/// A generation being written, in a folder that no reader looks at. Nothing of
/// it is left when it is not published. Needs the lock.
class Draft {
public:
  /// Makes the folder, numbered after every generation that is or was there.
  /// Throws Error(unwritable).
  explicit Draft(Store const& store);
  ~Draft();
  Draft(Draft const&) = delete;
  Draft& operator=(Draft const&) = delete;

  [[nodiscard]] std::filesystem::path const& folder() const { return folder_; }
  [[nodiscard]] std::uint64_t number() const { return number_; }

  /// Takes over a file of a published generation, in `folder`, as it is: by a hard link, or as a
  /// copy where the file system has none. Throws Error(unwritable).
  void share(std::filesystem::path const& folder, ManifestFile const& file);

  /// Fills in number, versions, time and files of `manifest`, writes it, syncs files
  /// and folders, then switches CURRENT by rename, and removes all but the newest
  /// `keep` generations, the former one among them. Throws Error(unwritable); CURRENT stays then,
  /// unless it is the last sync that fails: whether the switch outlives a power cut is not known.
  void publish(Manifest manifest, unsigned keep = 2);

private:
  Store store_;
  std::uint64_t number_;
  std::filesystem::path folder_;
  std::vector<ManifestFile> linked_;
};

/// Atomically makes an existing generation current. Needs the lock. Throws Error(unwritable).
void switch_current(Store const& store, std::uint64_t number);

/// The right to write, one process at a time, given back on exit or death.
class Lock {
public:
  /// Makes the folder of the store if need be. Throws Error(locked), naming the process that
  /// holds it, or Error(unwritable). Also sweeps drafts that a killed indexer left.
  explicit Lock(Store const& store);
  ~Lock();
  Lock(Lock const&) = delete;
  Lock& operator=(Lock const&) = delete;

private:
  int descriptor_ = -1;
};

/// Name of the Xapian database and of the indexer's notes inside a generation.
inline constexpr char const* database_name = "xapian";
inline constexpr char const* sources_name = "sources";

} // namespace recap::index
