// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/chosen.hpp"

#include <algorithm>
#include <map>

namespace recap::search {

Chosen chosen_articles(Pins::Choice const* choice, bool pins, Reader& reader) {
  Chosen chosen;
  if (choice == nullptr) return chosen;
  for (auto const& id : choice->hidden) {
    if (auto const number = reader.document(id); number != 0) chosen.hidden.push_back(number);
  }
  if (!pins) return chosen;
  for (auto const& one : choice->pinned) {
    if (auto const number = reader.document(one.id); number != 0)
      chosen.pinned.push_back({.id = number, .place = one.place});
  }
  return chosen;
}

std::vector<std::uint32_t> numbers_in(Segment const& segment,
                                      std::span<Xapian::docid const> articles) {
  std::vector<std::uint32_t> numbers;
  for (auto const id : articles) {
    if (auto const number = segment.article(id)) numbers.push_back(*number);
  }
  std::ranges::sort(numbers);
  return numbers;
}

Arrangement arrange(std::span<std::size_t const> wished, std::size_t others, std::size_t offset,
                    std::size_t limit) {
  std::map<std::size_t, std::size_t> by_place;
  for (std::size_t i = 0; i < wished.size(); ++i) {
    if (wished[i] != 0) by_place.emplace(wished[i], i);
  }
  std::size_t next = 1;
  for (std::size_t i = 0; i < wished.size(); ++i) {
    if (wished[i] != 0) continue;
    while (!by_place.emplace(next, i).second)
      ++next;
  }
  Arrangement arrangement{.offset = offset, .limit = limit};
  for (auto const& [wish, pinned] : by_place) {
    auto const place = std::min(wish - 1, others + arrangement.seats.size());
    arrangement.seats.push_back({.place = place, .pinned = pinned});
    if (place < offset) {
      --arrangement.offset;
    } else if (place - offset < limit) {
      --arrangement.limit;
    }
  }
  return arrangement;
}

} // namespace recap::search
