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

/// A file of a generation, as recorded in the manifest.
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

/// The manifest of a generation, `manifest.json`.
struct Manifest {
  unsigned schema = 0;   ///< schema_version of the program that wrote it
  unsigned analyser = 0; ///< text::analyser_version of that program
  std::uint64_t generation = 0;
  std::string created; ///< RFC 3339, UTC
  std::uint64_t articles = 0;
  unsigned shards = 1;                ///< number of databases: index/databases.hpp
  std::string mark;                   ///< of a sharded generation, stored in each shard
  std::vector<SegmentNames> segments; ///< of an unsharded generation: index/segments.hpp
  std::string settings;           ///< fingerprint of the indexing options; a change means a rebuild
  FieldLengths average_lengths{}; ///< used to compute the impacts
  std::uint64_t body_words = 0;   ///< of all current articles, to measure drift
  std::vector<ManifestFile> files;
};

/// The folder given as `--db`:
///
///     CURRENT        the name of the current generation, one line
///     gen-0007/      manifest.json, vocabulary, phrases, sources, and either xapian/, live and the
///                    segments (words-5, articles-5, words-7, articles-7), or shard-1/ and so on
///     LOCK           held by the running indexer
///
/// A published generation never changes and its number is never reused, so a reader needs no lock:
/// it opens what CURRENT names and keeps it open. Any thread may call the functions.
class Store {
public:
  /// `threads`: at most so many check the files of a generation, at least 1.
  explicit Store(std::filesystem::path folder, unsigned threads = 1)
      : folder_(std::move(folder))
      , threads_(threads) {}

  [[nodiscard]] std::filesystem::path const& folder() const { return folder_; }
  [[nodiscard]] std::filesystem::path generation_folder(std::uint64_t number) const;

  /// The number in CURRENT; nullopt without CURRENT. Throws Error(damaged) if CURRENT is unreadable
  /// or names no generation.
  [[nodiscard]] std::optional<std::uint64_t> current() const;

  /// As current(), but nullopt if CURRENT is damaged, for callers that replace it.
  [[nodiscard]] std::optional<std::uint64_t> current_if_readable() const;

  /// When CURRENT was last switched; nullopt without CURRENT. Never throws.
  [[nodiscard]] std::optional<std::filesystem::file_time_type> switched() const;

  /// The manifest of the current generation, checked: schema and analyser are ours, every file has
  /// its size and checksum (which also brings the files into the page cache). Throws Error absent,
  /// damaged, newer or older.
  [[nodiscard]] Manifest open_current() const;
  /// `elsewhere`: names of databases on other hosts, whose files are not checked.
  [[nodiscard]] Manifest open(std::uint64_t number,
                              std::span<std::string const> elsewhere = {}) const;

  /// The manifest alone, without checking its files. Throws as open().
  [[nodiscard]] Manifest read(std::uint64_t number) const;

  /// Numbers of all generations on disk, ascending.
  [[nodiscard]] std::vector<std::uint64_t> generations() const;

private:
  std::filesystem::path folder_;
  unsigned threads_;
};

/// Suffix of the folder in which a generation is being written.
inline constexpr std::string_view draft_suffix = ".draft";

/// A generation being written, in a folder that no reader opens. The destructor removes it unless
/// it was published. Needs the lock.
class NewGeneration {
public:
  /// Creates the folder, with a number above that of every present and past generation. Throws
  /// Error(unwritable).
  explicit NewGeneration(Store const& store);
  ~NewGeneration();
  NewGeneration(NewGeneration const&) = delete;
  NewGeneration& operator=(NewGeneration const&) = delete;

  [[nodiscard]] std::filesystem::path const& folder() const { return folder_; }
  [[nodiscard]] std::uint64_t number() const { return number_; }

  /// Adds a file of a published generation in `folder`, unchanged: by a hard link, or as a copy if
  /// the file system has none. Throws Error(unwritable).
  void share(std::filesystem::path const& folder, ManifestFile const& file);

  /// Fills in number, versions, time and files of `manifest`, writes it, syncs files and folders,
  /// switches CURRENT by rename, and removes all but the newest `keep` generations, counting the
  /// previous one. Throws Error(unwritable) and leaves CURRENT unchanged, unless the last sync
  /// fails: then the switch may not survive a power cut.
  void publish(Manifest manifest, unsigned keep = 2);

private:
  Store store_;
  std::uint64_t number_;
  std::filesystem::path folder_;
  std::vector<ManifestFile> linked_;
};

/// Atomically makes an existing generation current. Needs the lock. Throws Error(unwritable).
void switch_current(Store const& store, std::uint64_t number);

/// The right to write, for one process at a time; released when the process ends.
class Lock {
public:
  /// Creates the folder of the store if needed. Throws Error(locked), naming the process that holds
  /// the lock, or Error(unwritable). Also removes drafts that a killed indexer left.
  explicit Lock(Store const& store);
  ~Lock();
  Lock(Lock const&) = delete;
  Lock& operator=(Lock const&) = delete;

private:
  int descriptor_ = -1;
};

/// Names, inside a generation, of the Xapian database and of the indexer's list of sources.
inline constexpr char const* database_name = "xapian";
inline constexpr char const* sources_name = "sources";

} // namespace recap::index
