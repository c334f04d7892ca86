// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace recap::indexer {

/// What a run would do to one article of the index.
struct Difference {
  enum class Kind { added, changed, removed };
  Kind kind = Kind::added;
  std::string id;
  std::string file;
  std::size_t line = 0; ///< 0 = the whole file
  std::string title;
  std::vector<std::string> fields = {}; ///< of a changed article: those that differ
  std::size_t bytes_before = 0;         ///< of its text, headings included
  std::size_t bytes_after = 0;
};

/// Names of the fields of docs/fields.md that differ, including `headings` and `text`.
[[nodiscard]] std::vector<std::string> differing_fields(index::Record const& before,
                                                        index::Record const& after);

/// Bytes of headings and text.
[[nodiscard]] std::size_t text_bytes(index::Record const& record);

/// The difference on one line: `would change ID (FILE): title, text 900 -> 950 bytes`.
[[nodiscard]] std::string to_line(Difference const& difference);

} // namespace recap::indexer
