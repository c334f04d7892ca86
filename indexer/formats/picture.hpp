// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "metadata/metadata.hpp"

#include <string>
#include <string_view>

namespace recap::indexer {

/// The address of the picture that an article states, or empty: absolute, or a path below
/// `base_url` as stated_address() gives it. A name of a file alone is one beside the page at
/// `page_url`; without a page it has no address.
[[nodiscard]] std::string picture_of(metadata::Entries const& metadata, std::string_view page_url,
                                     std::string_view base_url);

} // namespace recap::indexer
