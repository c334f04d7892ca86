// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/report.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace recap::indexer {

enum class SourceKind { markdown, html, json_lines };

/// Any number of articles in one file, one a line.
[[nodiscard]] constexpr bool holds_many(SourceKind kind) {
  return kind == SourceKind::json_lines;
}

/// A file that holds articles.
struct SourceFile {
  std::filesystem::path path;
  std::string name;     ///< path as the operator will recognise it; UTF-8; key of the notes
  std::string relative; ///< below the source folder, `/` between names
  SourceKind kind = SourceKind::markdown;
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0; ///< since the epoch
};

/// The files below `sources` (files or folders), in an order that is always the same: as given,
/// then by name. Hidden files, and names that a `.recapignore` of the source folder lists
/// (a glob a line, `#` comments), are left out. A link is followed unless it
/// leads where the walk has been; devices, pipes and sockets are never opened. What cannot be read
/// goes to the report's skips, files of other kinds to its ignored. Throws std::invalid_argument
/// for a source that is not there.
[[nodiscard]] std::vector<SourceFile> list_sources(std::vector<std::string> const& sources,
                                                   Report& report);

} // namespace recap::indexer
