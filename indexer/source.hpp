// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/file_mark.hpp"
#include "indexer/report.hpp"

#include <cstdint>
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
  std::string path;     ///< to open it; a thousand of these take less than of filesystem::path
  std::string name;     ///< path as the operator will recognise it; UTF-8; key of the notes
  std::string relative; ///< below the source folder, `/` between names
  SourceKind kind = SourceKind::markdown;
  FileMark mark = {};
};

/// Which files of the folders are wanted, as patterns of git (ignore_rules.hpp) relative to the
/// source.
struct SourceFilter {
  std::vector<std::string> include; ///< none = all
  std::vector<std::string> exclude;
};

/// True for the name of a file that may hold articles.
[[nodiscard]] bool is_source_name(std::string const& name);

/// The files below `sources` (files or folders), in an order that is always the same: as given,
/// then by name. Hidden files, what the `.recapignore` of a folder lists, and what
/// `filter` does not want are left out. A link is followed unless it
/// leads where the walk has been; devices, pipes and sockets are never opened. What cannot be read,
/// and a folder whose `.recapignore` cannot, goes to the report's skips, files of other kinds to
/// its ignored, links of other names that lead nowhere to its broken links. Throws
/// std::invalid_argument for a source that is not there.
[[nodiscard]] std::vector<SourceFile> list_sources(std::vector<std::string> const& sources,
                                                   SourceFilter const& filter, Report& report);

} // namespace recap::indexer
