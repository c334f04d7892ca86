// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace recap::api {

struct AlgoliaOptions {
  /// Name of the index for clients. `NAME_newest` is sorted by date of publication; `NAME_sections`
  /// has a record for each section, for DocSearch.
  std::string index_name = "recap";
  /// The API key that clients must send; empty = any, or none.
  std::string search_key;
  /// What a search accepts; longer queries are cut, and the response says so.
  std::size_t most_words = 32;
  std::size_t most_bytes = 512;
};

} // namespace recap::api
