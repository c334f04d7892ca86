// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "indexer/markup/html_tree.hpp"

#include <vector>

namespace recap::indexer {

/// The part of a page that is its article: the one `<article>` of `<main>`, else `<main>`, else
/// the only `<article>`, else the body.
[[nodiscard]] GumboNode const* html_content(HtmlTree const& tree);

/// Where the anchor of a heading without an id comes from.
enum class Anchors {
  written, ///< from the block that it begins; or there is none
  made,    ///< from its text, as GitHub makes it
};

/// The sections of `content`, positions left 0. The first has no heading and is left out when it
/// has no text. Navigation, footers, forms, scripts, styles and what is hidden are left out.
[[nodiscard]] std::vector<index::Section> html_sections(GumboNode const* content,
                                                        Anchors anchors = Anchors::written);

} // namespace recap::indexer
