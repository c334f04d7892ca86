// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>

namespace recap::search {

/// Which words of the query an article has.
enum class Tier : std::uint8_t {
  typed,     ///< all of them as typed
  corrected, ///< all of them, corrections included
  relaxed,   ///< enough of them
};
inline constexpr std::size_t tier_count = 3;

/// An article and the parts of its score: (words + proximity) * recency.
struct Ranked {
  Xapian::docid id = 0;
  Tier tier = Tier::typed;    ///< in which it was found
  std::uint64_t answered = 0; ///< words of the plan that it has, by word_bit()
  double words = 0;
  double proximity = 0;
  double recency = 1;
  bool is_pinned = false; ///< an editor chose its place

  [[nodiscard]] double score() const { return (words + proximity) * recency; }
};

} // namespace recap::search
