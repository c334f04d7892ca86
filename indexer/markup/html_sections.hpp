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

/// The Markdown from which `content` was rendered (with `data-sourcepos` attributes). Generators
/// derive the ids of headings from it.
struct MarkdownSource {
  HeadingStyle const& ids;
  std::string_view markdown; ///< as written; has the same lines as the text that was rendered
};

/// The sections of `content`; their positions are 0. The first section has no heading, and is
/// omitted if it has no text. Navigation, footers, forms, scripts, styles and hidden elements are
/// omitted. The anchor of a heading is its id, or an id inside it; else the id derived from
/// `source`, or for a heading in HTML the id of the block that it begins.
[[nodiscard]] std::vector<index::Section> html_sections(GumboNode const* content,
                                                        MarkdownSource const* source = nullptr);

} // namespace recap::indexer
