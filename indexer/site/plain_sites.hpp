// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/preset.hpp"

namespace recap::indexer {

// Addresses of generators that make them of paths, for rows of presets().

/// `:path`, the path without the ending.
[[nodiscard]] Placeholders path_placeholders();

/// As it is; `index` and `_index` stand for their folder.
[[nodiscard]] std::string path_address(SitePage const& page, SiteStyle const& style,
                                       std::string_view pattern);

/// By the site's pattern; `index` stands for its folder.
[[nodiscard]] std::string page_address(SitePage const& page, SiteStyle const& style,
                                       std::string_view pattern);

/// As page_address(), of `src/content` with every name as github-slugger has it, and its `slug`.
[[nodiscard]] std::string astro_address(SitePage const& page, SiteStyle const& style,
                                        std::string_view pattern);

/// As page_address(); `README`, too, stands for its folder.
[[nodiscard]] std::string mkdocs_address(SitePage const& page, SiteStyle const& style,
                                         std::string_view pattern);

/// As page_address(); a page that is called as its folder, too, stands for it.
[[nodiscard]] std::string eleventy_address(SitePage const& page, SiteStyle const& style,
                                           std::string_view pattern);

/// With `{{ page.fileSlug }}`, `{{ page.filePathStem }}` and `{{ title | slugify }}` filled, and
/// without `index.html`; empty with any other template code.
[[nodiscard]] std::string eleventy_stated(std::string_view stated, SitePage const& page,
                                          SiteStyle const& style);

/// The pattern of pages: of --url-style, of the site's configuration, else of its generator.
[[nodiscard]] std::string_view page_pattern(SiteStyle const& style);

} // namespace recap::indexer
