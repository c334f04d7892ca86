// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/site_style.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// A site whose configuration was found beside its articles.
struct ConfiguredSite {
  std::filesystem::path root; ///< folder of the project
  std::filesystem::path file; ///< that says so
  SiteStyle style;
  std::string base_url;             ///< that it states, or empty
  std::vector<std::string> include; ///< patterns of .gitignore in the project, of articles
  std::vector<std::string> exclude; ///< and of what is none
  std::vector<SiteMap::Problem> problems = {}; ///< files whose folders are kept out
};

/// The project of a generator that `source`, a file or folder, is in or is: the nearest folder with
/// a configuration, up to the first with a `.git`, eight at most, whose articles the source may
/// have. `name`: of the one generator to look for, or empty. Throws std::runtime_error, `FILE:LINE:
/// reason`, for a configuration in YAML, TOML or JSON that cannot be read.
[[nodiscard]] std::optional<ConfiguredSite> find_site(std::filesystem::path const& source,
                                                      std::string_view name);

/// `source` in the project, `/` between names; empty for the project itself.
[[nodiscard]] std::string place_in(std::filesystem::path const& source,
                                   std::filesystem::path const& root);

} // namespace recap::indexer
