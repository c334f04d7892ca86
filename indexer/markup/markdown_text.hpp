// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// A part of a line; code is taken literally, other text is cleaned.
struct Stretch {
  std::string text;
  bool code = false;
};

/// The line composed of `stretches`, without template code ({% %}, {{ }}), left-over `**` (common
/// in Korean text, where CommonMark sees no emphasis) and runs of spaces.
[[nodiscard]] std::string clean_line(std::vector<Stretch> const& stretches);

} // namespace recap::indexer
