// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/file_mark.hpp"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace recap::indexer {

/// An article, as recorded by the last run.
struct KnownArticle {
  std::string id = {};     ///< empty for a draft, recorded only so that it is not parsed again
  std::string hash = {};   ///< of its bytes in the source; empty = parse it again in any case
  std::uint64_t words = 0; ///< in its body

  [[nodiscard]] bool is_draft() const { return id.empty(); }
};

/// A source file, as recorded by the last run.
struct KnownFile {
  std::string name;
  /// Length of the part of the name that is the source. The rest determines ids and addresses: if
  /// the length changes, parse the file again.
  std::uint32_t source_bytes = 0;
  FileMark mark = {};   ///< none = unknown; compare the checksum
  std::string checksum; ///< of the content; empty = parse it again in any case
  std::vector<KnownArticle> articles;
};

/// Files by their names.
struct NameOfFile {
  using is_transparent = void;
  static std::string_view of(KnownFile const& file) { return file.name; }
  static std::string_view of(std::string_view name) { return name; }
  std::size_t operator()(auto const& file) const { return std::hash<std::string_view>()(of(file)); }
  bool operator()(auto const& a, auto const& b) const { return of(a) == of(b); }
};

/// The sources of a generation. Stored in the generation, as `sources`, so that it always describes
/// the articles there.
using State = std::unordered_set<KnownFile, NameOfFile, NameOfFile>;

/// Throws index::Error: damaged if the file cannot be read, older if an older program wrote it,
/// unwritable if it cannot be written.
[[nodiscard]] State read_state(std::filesystem::path const& file);
void write_state(std::filesystem::path const& file, std::deque<KnownFile> const& files);

} // namespace recap::indexer
