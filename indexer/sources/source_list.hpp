// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/source_file.hpp"
#include "indexer/report/report.hpp"

#include <map>
#include <string>
#include <vector>

namespace recap::indexer {

/// The rules of a site for the files of one source.
struct SourceSite {
  std::string place = {}; ///< of the source in the project, `/` between names
  std::string below = {}; ///< folder of the project in the source, if the source is above it
  /// Patterns relative to the source. `include` counts unless the filter has its own.
  std::vector<std::string> include = {};
  std::vector<std::string> exclude = {};
  std::vector<std::string> expressions = {}; ///< that exclude by absolute path
  bool bundles = false;                      ///< other files next to `index.md` are not articles
  bool index_before_readme = false;          ///< a `README.md` next to `index.md` is not an article
};

/// Which files of the folders are wanted, as patterns of git (ignore_rules.hpp) relative to the
/// source.
struct SourceFilter {
  std::vector<std::string> include; ///< none = all
  std::vector<std::string> exclude;
  std::map<std::string, SourceSite> sites; ///< by source, as named
};

/// The files below `sources` (files or folders), in a fixed order: as given, then by name. Skips
/// hidden files, those in the `.recapignore` of a folder, and those that `filter` excludes; a file
/// that is named as a source is only skipped if its site excludes it. Follows
/// links, except to folders already read; never opens devices, pipes and sockets. In the report,
/// unreadable files and folders, also those whose `.recapignore` is unreadable, become skips; files
/// of other kinds become ignored; broken links with other names become broken links. Throws
/// std::invalid_argument for a missing source.
[[nodiscard]] std::vector<SourceFile> list_sources(std::vector<std::string> const& sources,
                                                   SourceFilter const& filter, Report& report);

} // namespace recap::indexer
