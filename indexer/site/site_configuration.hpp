// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/site_style.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// A site whose configuration has been found.
struct ConfiguredSite {
  std::filesystem::path root; ///< folder of the project
  std::filesystem::path file; ///< the configuration
  SiteStyle style = {};
  std::string base_url = {};             ///< stated, or empty
  std::vector<std::string> include = {}; ///< patterns of articles in the project, as in .gitignore
  std::vector<std::string> exclude = {}; ///< patterns of files that are not articles
  /// Regular expressions of files that are not articles, found in the absolute path.
  std::vector<std::string> expressions = {};
  std::vector<SiteMap::Problem> problems = {}; ///< rules that are not read, with their effect
};

/// The site to which `source`, a file or folder, belongs: the nearest folder with the configuration
/// of a generator, from the source up to the first folder with a `.git`, at most eight levels, if
/// the source and the folders of its articles overlap. Without one, the site in `docs/` or
/// `website/` of the source. `name`: of the only generator to look for, or empty. Throws
/// std::runtime_error, `FILE:LINE: reason`, for a configuration in YAML, TOML or JSON, or a file
/// that it names, that cannot be read.
[[nodiscard]] std::optional<ConfiguredSite> find_site(std::filesystem::path const& source,
                                                      std::string_view name);

/// The path of `source` in the project, `/` between names; empty for the project itself.
[[nodiscard]] std::string place_in(std::filesystem::path const& source,
                                   std::filesystem::path const& root);

} // namespace recap::indexer
