// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "indexer/markup/html_tree.hpp"

#include <vector>

namespace recap::indexer {

/// The part of a page that is its article: the only `<article>` in `<main>`, else `<main>`, else
/// the only `<article>`, else the body.
[[nodiscard]] GumboNode const* html_content(HtmlTree const& tree);

/// The source of anchors for headings without an id.
enum class Anchors {
  written, ///< the block that begins with the heading, if it has an id
  made,    ///< the text of the heading, as on GitHub
};

/// The sections of `content`, with positions 0. The first has no heading and is omitted if it has
/// no text. Navigation, footers, forms, scripts, styles and hidden elements are left out.
[[nodiscard]] std::vector<index::Section> html_sections(GumboNode const* content,
                                                        Anchors anchors = Anchors::written);

} // namespace recap::indexer
