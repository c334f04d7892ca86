// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/preset.hpp"
#include "metadata/metadata.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// The placeholders of Jekyll's `permalink` (https://jekyllrb.com/docs/permalinks/), except weeks,
/// names of months and days, and times of day.
[[nodiscard]] Placeholders jekyll_placeholders();

/// True for a file name with a date before it.
[[nodiscard]] bool is_post(std::string_view path);

/// Jekyll's address of `page`, from `/`, percent-encoded. `pattern` is that of its folder, or
/// empty. Without one, a post uses the site's pattern, and any other page keeps its path, without
/// the underscore of a collection (`_guides/a`) and with the ending of the site's pattern.
[[nodiscard]] std::string jekyll_address(SitePage const& page, SiteStyle const& style,
                                         std::string_view pattern);

/// A stated path with its placeholders filled in.
[[nodiscard]] std::string jekyll_stated(std::string_view stated, SitePage const& page,
                                        SiteStyle const& style);

/// The categories that an entry names: Jekyll splits a text at spaces and takes a list as it is.
[[nodiscard]] std::vector<std::string> categories_of(metadata::Entry const& entry);

} // namespace recap::indexer
