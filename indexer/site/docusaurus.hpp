// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/preset.hpp"

namespace recap::indexer {

/// The address of a document, blog post or page of Docusaurus, below the route of its folder.
/// Number prefixes are removed. `slug`, and for documents `id`, replaces the last part. `index`,
/// `README` and a document with the name of its folder have the address of the folder. A post has
/// the date in its file name.
[[nodiscard]] std::string docusaurus_address(SitePage const& page, SiteStyle const& style,
                                             std::string_view pattern);

} // namespace recap::indexer
