// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// schema.org's description of an article in a page. Empty = not stated.
struct LinkedData {
  std::string title;
  std::vector<std::string> authors = {};
  std::string date; ///< as written
  std::vector<std::string> topics = {};
  std::string lang;
  std::string summary;
};

/// The first article or posting in a block of JSON-LD, including `@graph`; empty if the block is
/// invalid JSON or describes something else.
[[nodiscard]] LinkedData json_ld(std::string_view json);

/// Fills the empty members of `data` from `more`.
void merge(LinkedData& data, LinkedData more);

} // namespace recap::indexer
