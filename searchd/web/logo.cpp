// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/logo.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace recap::web {
namespace {

constexpr std::string_view png_signature = "\x89PNG\r\n\x1a\n";

/// PNG (Third Edition), section 11.2.1: width and height are the first numbers of the first chunk.
bool png_is_wide(std::string_view png) {
  auto const number = [png](std::size_t at) {
    std::uint64_t value = 0;
    for (auto const c : png.substr(at, 4))
      value = value << 8U | static_cast<unsigned char>(c);
    return value;
  };
  constexpr std::size_t width_at = 16;
  return png.size() >= width_at + 8 && number(width_at) > 2 * number(width_at + 4);
}

/// The value of an attribute of a start tag; empty if it is missing.
std::string attribute(std::string_view tag, std::string_view name) {
  for (auto at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    auto const rest = tag.substr(at + name.size());
    bool const whole = at > 0 && (tag[at - 1] == ' ' || tag[at - 1] == '\n' || tag[at - 1] == '\t');
    if (!whole || rest.size() < 2 || rest[0] != '=' || (rest[1] != '"' && rest[1] != '\''))
      continue;
    return std::string(rest.substr(2, rest.find(rest[1], 2) - 2));
  }
  return {};
}

/// Up to four numbers, as in a `viewBox`; 0 for missing ones.
std::array<double, 4> numbers(std::string const& text) {
  std::array<double, 4> all{};
  char const* next = text.c_str();
  for (auto& number : all) {
    while (*next == ' ' || *next == ',')
      ++next;
    char* end = nullptr;
    number = std::strtod(next, &end);
    next = end;
  }
  return all;
}

bool svg_is_wide(std::string_view tag) {
  auto const box = numbers(attribute(tag, "viewBox"));
  if (box[3] > 0) return box[2] > 2 * box[3];
  auto const width = numbers(attribute(tag, "width"))[0];
  auto const height = numbers(attribute(tag, "height"))[0];
  return height > 0 && width > 2 * height;
}

} // namespace

std::optional<Logo> logo_of(std::string content) {
  if (content.starts_with(png_signature)) {
    bool const wide = png_is_wide(content);
    return Logo{std::move(content), "image/png", wide};
  }
  auto const begin = content.find("<svg");
  auto const end = content.find('>', begin);
  if (begin == std::string::npos || end == std::string::npos) return std::nullopt;
  bool const wide = svg_is_wide(std::string_view(content).substr(begin, end - begin));
  return Logo{std::move(content), "image/svg+xml", wide};
}

} // namespace recap::web
