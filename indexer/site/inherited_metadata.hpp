// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/site_address.hpp"
#include "metadata/metadata.hpp"

#include <string>
#include <string_view>

namespace recap::indexer {

/// `stated`, with the entries of SiteStyle::defaults for the file `path` and its `place` that the
/// article does not state. Those have no line. Jekyll's categories are joined.
[[nodiscard]] metadata::Entries inherited_metadata(metadata::Entries const& stated,
                                                   std::string_view path, SitePlace const& place,
                                                   SiteStyle const& style);

/// The language of a file, with the first of the site for one that names none.
[[nodiscard]] std::string language_of(SitePlace const& place, SiteStyle const& style);

} // namespace recap::indexer
