// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace recap::index {

/// An article that has a term.
struct Posting {
  std::uint32_t article; ///< local number in the segment
  /// 1 to 1000. 0: the article counts under another term, and this posting has only positions.
  std::uint32_t impact;

  bool operator==(Posting const&) const = default;
};

} // namespace recap::index
