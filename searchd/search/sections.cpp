// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/sections.hpp"

#include <algorithm>
#include <iterator>

namespace recap::search {

std::optional<Sections::Place> Sections::of(Xapian::termpos position) {
  auto const& sections = record_.sections;
  auto const after =
      std::ranges::upper_bound(sections, position, {}, &index::Section::first_position);
  if (after == sections.begin() || position >= std::prev(after)->end_position) return std::nullopt;
  index::Section const& section = *std::prev(after);
  auto const number = static_cast<std::size_t>(std::prev(after) - sections.begin());
  auto& words = heading_words_[number];
  if (!words) words = text::Analyser::next_position(analyser_.analyse(section.heading), 0);
  return Place{number, position < section.first_position + *words};
}

} // namespace recap::search
