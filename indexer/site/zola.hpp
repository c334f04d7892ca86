// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/preset.hpp"

namespace recap::indexer {

/// Where Zola has a page or section, by its documentation: names in ASCII, without a date before
/// them; `slug` and `path` count before. Nothing where a name has letters of other scripts than
/// Latin, which Zola spells by a table of its own.
[[nodiscard]] std::string zola_address(SitePage const& page, SiteStyle const& style,
                                       std::string_view pattern);

} // namespace recap::indexer
