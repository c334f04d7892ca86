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

/// An article as the last run left it.
struct KnownArticle {
  std::string id;          ///< empty for a draft, which is only noted not to be parsed again
  std::string hash;        ///< of its bytes in the source; empty = read it again in any case
  std::uint64_t words = 0; ///< in its body

  [[nodiscard]] bool is_draft() const { return id.empty(); }
};

/// A source file as the last run left it.
struct KnownFile {
  std::string name;
  /// The bytes of the name that lead to the source. The rest gives ids and addresses: another
  /// number means to parse again.
  std::uint32_t source_bytes = 0;
  FileMark mark = {};   ///< none = it proves nothing, compare the checksum
  std::string checksum; ///< of the content; empty = read it again in any case
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

/// What a generation was made from. Kept in the generation itself, `sources`, so that it always
/// tells of the articles beside it.
using State = std::unordered_set<KnownFile, NameOfFile, NameOfFile>;

/// Throws index::Error: damaged for a file that cannot be read, older for one that an older program
/// wrote, unwritable for one that cannot be written.
[[nodiscard]] State read_state(std::filesystem::path const& file);
void write_state(std::filesystem::path const& file, std::deque<KnownFile> const& files);

} // namespace recap::indexer
