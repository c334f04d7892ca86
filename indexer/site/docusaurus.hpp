// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/preset.hpp"

namespace recap::indexer {

/// Where Docusaurus has a document, a post of the blog or a page, below the route of its folder.
/// Numbers before names go, `slug` and, of documents, `id` stand for the last part, `index`,
/// `README` and a document that is called as its folder for the folder; a post has the date of its
/// file's name.
[[nodiscard]] std::string docusaurus_address(SitePage const& page, SiteStyle const& style,
                                             std::string_view pattern);

} // namespace recap::indexer
