// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/source_file.hpp"
#include "indexer/report/report.hpp"

#include <map>
#include <string>
#include <vector>

namespace recap::indexer {

/// What the site of a source says of its files.
struct SourceSite {
  std::string place; ///< of the source in the site's project, `/` between names
  /// Patterns relative to the source. `include` counts unless the filter has its own.
  std::vector<std::string> include = {};
  std::vector<std::string> exclude = {};
  bool bundles = false; ///< beside `index.md` other files are no articles
};

/// Which files of the folders are wanted, as patterns of git (ignore_rules.hpp) relative to the
/// source.
struct SourceFilter {
  std::vector<std::string> include; ///< none = all
  std::vector<std::string> exclude;
  std::map<std::string, SourceSite> sites; ///< of sources, as they are named
};

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
