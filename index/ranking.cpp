// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/ranking.hpp"

#include <algorithm>
#include <cmath>

namespace recap::index {

std::uint32_t impact(PartFrequencies const& frequencies, FieldLengths const& lengths,
                     FieldLengths const& average_lengths) {
  double weighted = 0;
  for (std::size_t part = 0; part < part_count; ++part) {
    if (frequencies[part] == 0) continue;
    auto const& [boost, b] = part_weights[part];
    double const average = average_lengths[part];
    double const relative = average > 0 ? lengths[part] / average : 1;
    weighted += boost * frequencies[part] / (1 - b + b * relative);
  }
  bool const in_title = frequencies[static_cast<std::size_t>(Part::title)] > 0 ||
                        frequencies[static_cast<std::size_t>(Part::alias)] > 0;
  double const worth = weighted / (saturation + weighted) + (in_title ? title_bonus : 0);
  auto const scaled =
      static_cast<std::uint32_t>(std::lround(worth / (1 + title_bonus) * largest_impact));
  return std::clamp(scaled, 1U, largest_impact);
}

} // namespace recap::index
