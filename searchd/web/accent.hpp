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

/// The colour written `#rrggbb` or `#rgb`, in either case; else none.
[[nodiscard]] std::optional<Colour> colour_of(std::string_view written);

/// How well text of one colour reads on another: 1 (not at all) to 21 (WCAG 2.2, "contrast
/// ratio").
[[nodiscard]] double contrast(Colour one, Colour other);

/// A style sheet that gives the pages this accent. In the light scheme it is darkened, in the dark
/// one lightened, for as long as text of it has a contrast below 4.5 (WCAG 2.2, level AA).
[[nodiscard]] std::string accent_sheet(Colour accent);

} // namespace recap::web
