// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/configuration_text.hpp"
#include "indexer/site/site_style.hpp"
#include "metadata/tree.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace recap::indexer {

// What sites say of all articles of a folder, into SiteStyle::defaults, the deepest folder last.
// Where a file cannot be read, all articles of its folder are drafts.

using FolderProblems = std::vector<SiteMap::Problem>;

/// Hugo's `cascade`, a map or several, but for those with a `target`.
void add_cascade(metadata::Node const& cascade, std::string const& folder, SiteStyle& style);

/// That of each `_index` below `folder` of `root`. Returns which cannot be read.
[[nodiscard]] FolderProblems read_cascades(std::filesystem::path const& root,
                                           std::string const& folder, SiteStyle& style);

/// `defaults` of Jekyll's configuration.
void add_jekyll_defaults(ConfigurationText const& text, SiteStyle& style);

/// Eleventy's `posts/posts.json` and `posts/posts.11tydata.json`. Returns which cannot be read.
[[nodiscard]] FolderProblems read_directory_data(std::filesystem::path const& root,
                                                 std::string const& folder, SiteStyle& style);

} // namespace recap::indexer
