// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "indexer/markup/html_tree.hpp"
#include "metadata/metadata.hpp"

#include <string_view>
#include <vector>

namespace recap::indexer {

/// A page of a built site, taken apart.
struct HtmlPage {
  metadata::Entries metadata; ///< from its head, JSON-LD and content, under our names of fields
  std::vector<index::Section> sections;
};

/// Reads a page or a fragment. Anchors are the ids that the page has.
[[nodiscard]] HtmlPage read_html(std::string_view html);

/// Title, authors, date, topics, language, summary and address of a page; `draft` for one that asks
/// not to be indexed or only leads elsewhere. What is not in the form of a field
/// (a date in words, an author's address) is passed over.
[[nodiscard]] metadata::Entries html_metadata(HtmlTree const& tree, GumboNode const* content);

} // namespace recap::indexer
