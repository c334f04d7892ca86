// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "indexer/html_tree.hpp"
#include "indexer/metadata.hpp"

#include <string_view>
#include <vector>

namespace recap::indexer {

/// A page of a built site, taken apart.
struct HtmlPage {
  Metadata metadata; ///< from its head, JSON-LD and content, under our own names of fields
  std::vector<index::Section> sections;
};

/// Reads a page or a fragment. The content is the one `<article>` of `<main>`, else `<main>`, else
/// the only `<article>`, else the body without the site's header and asides. Navigation, footers,
/// forms, scripts, styles and what is hidden are left out. Anchors are the ids that the page has.
[[nodiscard]] HtmlPage read_html(std::string_view html);

/// The part of a page that is its article.
[[nodiscard]] GumboNode const* html_content(HtmlTree const& tree);

/// Where the anchor of a heading without an id comes from.
enum class Anchors {
  written, ///< from the block that it begins; or there is none
  made,    ///< from its text, as GitHub makes it
};

/// The sections of `content`, positions left 0. The first has no heading
/// and is left out when it has no text.
[[nodiscard]] std::vector<index::Section> html_sections(GumboNode const* content,
                                                        Anchors anchors = Anchors::written);

/// Title, authors, date, topics, language, summary and address of a page; `draft` for one that asks
/// not to be indexed or only leads elsewhere. What is not in the form of a field
/// (a date in words, an author's address) is passed over.
[[nodiscard]] Metadata html_metadata(HtmlTree const& tree, GumboNode const* content);

} // namespace recap::indexer
