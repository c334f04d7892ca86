// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/accent.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace recap::web {
namespace {

constexpr double readable = 4.5;

/// Backgrounds of text, as in assets/base.css: `--paper`, and the share of the accent in
/// `--accent-wash`.
struct Scheme {
  Colour paper;
  Colour towards; ///< moving the accent towards it increases the contrast
  double wash;
};
constexpr Scheme light{{0xfd, 0xfc, 0xfa}, {0, 0, 0}, 0.1};
constexpr Scheme dark{{0x16, 0x15, 0x14}, {0xff, 0xff, 0xff}, 0.18};

Colour mixed(Colour base, Colour other, double share) {
  auto const mix = [share](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
  };
  return {mix(base.red, other.red), mix(base.green, other.green), mix(base.blue, other.blue)};
}

double luminance(Colour colour) {
  auto const linear = [](std::uint8_t channel) {
    double const share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

std::string css(Colour colour) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "#";
  for (auto const channel : {colour.red, colour.green, colour.blue}) {
    text += digits[channel >> 4U];
    text += digits[channel & 15U];
  }
  return text;
}

std::string properties(Colour accent, Scheme const& scheme) {
  auto const wash = mixed(scheme.paper, accent, scheme.wash);
  auto const reads = [&](Colour colour) {
    return contrast(colour, wash) >= readable && contrast(colour, scheme.paper) >= readable;
  };
  constexpr int steps = 50;
  auto shown = accent;
  for (int step = 1; step <= steps && !reads(shown); ++step)
    shown = mixed(accent, scheme.towards, static_cast<double>(step) / steps);
  return ":root { --accent: " + css(shown) + "; --accent-wash: " + css(wash) + "; }";
}

} // namespace

std::optional<Colour> colour_of(std::string_view written) {
  std::string digits;
  if (written.size() == 4) {
    for (auto const c : written.substr(1))
      digits.append(2, c);
  } else if (written.size() == 7) {
    digits = written.substr(1);
  }
  if (digits.empty() || !written.starts_with('#')) return std::nullopt;
  std::array<std::uint8_t, 3> channels{};
  for (std::size_t i = 0; i < channels.size(); ++i) {
    int const high = text::hexadecimal(digits[2 * i]);
    int const low = text::hexadecimal(digits[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    channels.at(i) = static_cast<std::uint8_t>(16 * high + low);
  }
  return Colour{channels[0], channels[1], channels[2]};
}

double contrast(Colour one, Colour other) {
  auto const first = luminance(one);
  auto const second = luminance(other);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

std::string accent_sheet(Colour accent) {
  return "@media screen { " + properties(accent, light) + " }\n" +
         "@media screen and (prefers-color-scheme: dark) { " + properties(accent, dark) + " }\n";
}

} // namespace recap::web
