// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace recap::index {

/// A part of a text.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t first_position = 0; ///< of the word at `begin`
};

struct TextExtent {
  std::size_t bytes = 0;
  std::uint32_t first_position = 0; ///< of its first word
};

/// A request: at least `before` and `after` bytes around the word at `position`.
struct WantedStretch {
  std::uint32_t position = 0;
  std::size_t before = 0;
  std::size_t after = 0;
};

/// The range for SegmentArticles::window(). `kept`: the byte of every 16th position, from the first
/// on (place_offsets()).
[[nodiscard]] Stretch stretch_around(std::span<std::uint32_t const> kept, TextExtent const& text,
                                     WantedStretch const& wanted);

} // namespace recap::index
