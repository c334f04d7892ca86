// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/stretch.hpp"

#include "index/segment/writer.hpp"

#include <algorithm>

namespace recap::index {

Stretch stretch_around(std::span<std::uint32_t const> kept, TextExtent const& text,
                       WantedStretch const& wanted) {
  Stretch stretch{.begin = 0, .end = text.bytes, .first_position = text.first_position};
  if (kept.empty()) return stretch;
  auto const behind = wanted.position - std::min(wanted.position, text.first_position);
  auto const at = std::min<std::size_t>(behind / positions_per_place, kept.size() - 1);
  if (at + 1 < kept.size() && kept[at + 1] < text.bytes)
    stretch.end = std::min(text.bytes, kept[at + 1] + wanted.after);
  for (std::size_t i = 1; i < kept.size(); ++i) {
    if (kept[i] + wanted.before > kept[at] || kept[i] >= text.bytes) break;
    stretch.begin = kept[i];
    stretch.first_position =
        text.first_position + static_cast<std::uint32_t>(i) * positions_per_place;
  }
  return stretch;
}

} // namespace recap::index
