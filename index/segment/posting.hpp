// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace recap::index {

/// One article in a posting list.
struct Posting {
  std::uint32_t article = 0; ///< its number among those that are searched together
  std::uint32_t impact = 0;  ///< 0 to largest_impact (index/ranking.hpp)
};

} // namespace recap::index
