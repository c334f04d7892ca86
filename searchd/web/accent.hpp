// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace recap::web {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
};

/// Parses `#rrggbb` or `#rgb`, in either case; nullopt for anything else.
[[nodiscard]] std::optional<Colour> colour_of(std::string_view written);

/// Contrast of text in one colour on another: 1 (unreadable) to 21 (WCAG 2.2, "contrast ratio").
[[nodiscard]] double contrast(Colour one, Colour other);

/// A style sheet that gives the pages this accent, darkened in the light scheme and lightened in
/// the dark one until its text has a contrast of 4.5 (WCAG 2.2, level AA).
[[nodiscard]] std::string accent_sheet(Colour accent);

} // namespace recap::web
