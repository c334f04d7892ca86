// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "indexer/markup/html_tree.hpp"
#include "metadata/metadata.hpp"

#include <string_view>
#include <vector>

namespace recap::indexer {

/// A parsed page of a built site.
struct HtmlPage {
  metadata::Entries metadata; ///< from its head, JSON-LD and content, with our field names
  std::vector<index::Section> sections;
};

/// Parses a page or a fragment. Anchors are the ids in the page.
[[nodiscard]] HtmlPage read_html(std::string_view html);

/// Title, authors, date, topics, language, summary and address of a page; `draft` for a page with
/// `noindex` or one that only redirects. Ignores values that do not have the form of the field (a
/// date in words, an author's address).
[[nodiscard]] metadata::Entries html_metadata(HtmlTree const& tree, GumboNode const* content);

} // namespace recap::indexer
