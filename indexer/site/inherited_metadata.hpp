// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/site/site_address.hpp"
#include "metadata/metadata.hpp"

#include <string>
#include <string_view>

namespace recap::indexer {

/// `stated`, and the entries of SiteStyle::defaults for the file `path` at `place` that the article
/// does not state. Inherited entries have no line. Categories of both are joined, as in Jekyll.
[[nodiscard]] metadata::Entries inherited_metadata(metadata::Entries const& stated,
                                                   std::string_view path, SitePlace const& place,
                                                   SiteStyle const& style);

/// The language of a file: its own, else the first of the site.
[[nodiscard]] std::string language_of(SitePlace const& place, SiteStyle const& style);

} // namespace recap::indexer
