// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "metadata/metadata.hpp"

#include <string>
#include <string_view>

namespace recap::indexer {

/// The address of the picture that an article states: absolute, or a path appended to `base_url` as
/// by stated_address(). A file name is relative to the page at `page_url`. Empty if there is no
/// picture, or if a file name is stated and the page has no address.
[[nodiscard]] std::string picture_of(metadata::Entries const& metadata, std::string_view page_url,
                                     std::string_view base_url);

} // namespace recap::indexer
