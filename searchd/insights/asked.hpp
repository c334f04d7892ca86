// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace recap::insights {

/// A search that somebody made.
struct Asked {
  std::string reader; ///< who, for some minutes and in memory only; see Settling and Tally
  std::string q;      ///< folded, not empty
  std::size_t found = 0;
  std::string corrected; ///< what was searched for instead, or empty
  std::chrono::microseconds took{0};
  bool partial = false; ///< the time for it ran out
};

/// A result that somebody opened.
struct Clicked {
  std::string reader;
  std::string q; ///< folded: what it was found by
  std::string article;
};

/// From here on a search is told to be slow; so is one that is partial. A tenth of it is usual.
inline constexpr std::chrono::milliseconds slow{50};

/// Longer queries are mostly text that was pasted, and nobody asks the same again.
inline constexpr std::size_t longest_query_bytes = 128;

} // namespace recap::insights
