// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/preset.hpp"

namespace recap::indexer {

// Addresses of generators that form them from paths, for rows of presets().

/// `:path`, the path without the ending.
[[nodiscard]] Placeholders path_placeholders();

/// The path itself; `index` and `_index` have the address of their folder.
[[nodiscard]] std::string path_address(SitePage const& page, SiteStyle const& style,
                                       std::string_view pattern);

/// The path in the site's pattern; `index` has the address of its folder.
[[nodiscard]] std::string page_address(SitePage const& page, SiteStyle const& style,
                                       std::string_view pattern);

/// As page_address(). In `src/content`, each name is slugged as by github-slugger, and `slug`
/// replaces the path.
[[nodiscard]] std::string astro_address(SitePage const& page, SiteStyle const& style,
                                        std::string_view pattern);

/// As page_address(); `README` also has the address of its folder.
[[nodiscard]] std::string mkdocs_address(SitePage const& page, SiteStyle const& style,
                                         std::string_view pattern);

/// As page_address(); a page with the name of its folder also has the address of the folder.
[[nodiscard]] std::string eleventy_address(SitePage const& page, SiteStyle const& style,
                                           std::string_view pattern);

/// A permalink without `index.html`, with `{{ page.fileSlug }}`, `{{ page.filePathStem }}`, `{{
/// title | slugify }}` and `{{ title | slug }}` filled in; empty if it has other template code, or
/// a title that Eleventy may spell differently.
[[nodiscard]] std::string eleventy_stated(std::string_view stated, SitePage const& page,
                                          SiteStyle const& style);

/// The pattern of pages: that of --url-style, else of the site's configuration, else of its
/// generator.
[[nodiscard]] std::string_view page_pattern(SiteStyle const& style);

} // namespace recap::indexer
