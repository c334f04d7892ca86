// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace recap::insights {

/// A search by a reader.
struct Asked {
  std::string reader; ///< kept in memory for some minutes only; see Settling and Tally
  std::string q;      ///< folded, not empty
  std::size_t found = 0;
  std::string corrected; ///< the query searched for instead, or empty
  std::chrono::microseconds took{0};
  bool partial = false; ///< it ran out of time
};

/// A result that a reader opened.
struct Clicked {
  std::string reader;
  std::string q; ///< folded: the query that found it
  std::string article;
};

/// A search that takes at least this long counts as slow, and so does a partial one. A usual search
/// takes a tenth of it.
inline constexpr std::chrono::milliseconds slow{50};

/// Longer queries are mostly pasted text, which nobody repeats.
inline constexpr std::size_t longest_query_bytes = 128;

} // namespace recap::insights
