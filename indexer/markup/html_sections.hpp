// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "indexer/markup/html_tree.hpp"
#include "indexer/site/heading_ids.hpp"

#include <string_view>
#include <vector>

namespace recap::indexer {

/// The part of a page that is its article: the only `<article>` in `<main>`, else `<main>`, else
/// the only `<article>`, else the body.
[[nodiscard]] GumboNode const* html_content(HtmlTree const& tree);

/// The Markdown that `content` was rendered of (with places in the source, as `data-sourcepos`),
/// for the ids that a generator makes of its headings.
struct MarkdownSource {
  HeadingStyle const& ids;
  std::string_view markdown; ///< as it was written, line by line that which was rendered
};

/// The sections of `content`, positions left 0. The first has no heading and is left out when it
/// has no text. Navigation, footers, forms, scripts, styles and what is hidden are left out. The
/// anchor of a heading is its id, or one in it; else what `source` makes, or of a heading in HTML
/// the id of the block that it begins.
[[nodiscard]] std::vector<index::Section> html_sections(GumboNode const* content,
                                                        MarkdownSource const* source = nullptr);

} // namespace recap::indexer
