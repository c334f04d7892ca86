// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/link.hpp"

#include "text/ascii.hpp"

#include <algorithm>

namespace recap::web {
std::string percent_encoded(std::string_view text) {
  std::string out;
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view plain = "-._~:";
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (text::is_alphanumeric(c) || plain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    }
  }
  return out;
}

std::string way_to_root(std::string_view target) {
  auto const path = target.substr(0, target.find('?'));
  auto const steps = std::max<std::ptrdiff_t>(std::ranges::count(path, '/') - 1, 0);
  std::string way;
  for (std::ptrdiff_t step = 0; step < steps; ++step)
    way += "../";
  return way;
}

std::string safe_link(std::string_view url) {
  // Browsers remove control characters, and leading blanks, before they parse a scheme.
  bool const hides = std::ranges::any_of(
      url, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
  if (hides || url.starts_with(' ')) return {};
  auto const end = url.find_first_of(":/?#\\");
  if (end == std::string_view::npos || url[end] != ':') return std::string(url);
  auto const scheme = url.substr(0, end);
  return text::equal_letters(scheme, "http") || text::equal_letters(scheme, "https")
             ? std::string(url)
             : std::string();
}

std::string address(std::string_view path, NameValues const& parameters) {
  std::string out(path);
  char separator = '?';
  for (auto const& [name, value] : parameters) {
    if (value.empty()) continue;
    out += separator;
    out += percent_encoded(name) + '=' + percent_encoded(value);
    separator = '&';
  }
  return out;
}

} // namespace recap::web
