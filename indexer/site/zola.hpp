// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/preset.hpp"

namespace recap::indexer {

/// Zola's address of a page or section, according to its documentation: names in ASCII, without a
/// date before them; `slug` or `path` replaces them. Empty if a name has letters of other scripts
/// than Latin, for which Zola has a table of its own.
[[nodiscard]] std::string zola_address(SitePage const& page, SiteStyle const& style,
                                       std::string_view pattern);

} // namespace recap::indexer
