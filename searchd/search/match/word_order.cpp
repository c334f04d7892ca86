// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/word_order.hpp"

#include <optional>

namespace recap::search {

std::vector<std::uint32_t> side_by_side(PositionLists const& lists, std::size_t most) {
  std::vector<std::uint32_t> found;
  std::vector<std::size_t> at(lists.size());
  for (auto const first : lists.front()) {
    std::uint32_t position = first;
    bool whole = true;
    for (std::size_t i = 1; i < lists.size() && whole; ++i) {
      ++position;
      while (at[i] < lists[i].size() && lists[i][at[i]] < position)
        ++at[i];
      whole = at[i] < lists[i].size() && lists[i][at[i]] == position;
    }
    if (whole) found.push_back(first);
    if (found.size() == most) break;
  }
  return found;
}

/// Advances the list with the lowest position until all are near: no nearer set can begin there.
bool stand_near(PositionLists const& lists, std::uint32_t most_apart) {
  std::vector<std::size_t> at(lists.size());
  while (true) {
    std::size_t first = 0;
    std::size_t last = 0;
    std::optional<std::size_t> shares; // two words cannot have the same position
    for (std::size_t i = 0; i < lists.size(); ++i) {
      if (at[i] == lists[i].size()) return false;
      auto const position = lists[i][at[i]];
      if (position < lists[first][at[first]]) first = i;
      if (position > lists[last][at[last]]) last = i;
      for (std::size_t j = 0; j < i; ++j) {
        if (lists[j][at[j]] == position) shares = i;
      }
    }
    if (!shares && lists[last][at[last]] - lists[first][at[first]] <= most_apart) return true;
    ++at[shares.value_or(first)];
  }
}

} // namespace recap::search
