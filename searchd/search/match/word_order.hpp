// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace recap::search {

/// Positions of each word of a phrase in one article, ascending.
using PositionLists = std::vector<std::vector<std::uint32_t>>;

/// Positions of the first word at which the others follow in order, at most `most`. Precondition:
/// not empty.
[[nodiscard]] std::vector<std::uint32_t>
side_by_side(PositionLists const& lists,
             std::size_t most = std::numeric_limits<std::size_t>::max());

/// True if each word can have a position of its own, all at most `most_apart` apart.
[[nodiscard]] bool stand_near(PositionLists const& lists, std::uint32_t most_apart);

} // namespace recap::search
