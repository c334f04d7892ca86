// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace recap::text {

// Classes of ASCII characters, whatever the locale. Other characters belong to none of them.

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}
[[nodiscard]] constexpr bool is_alphanumeric(char c) {
  return is_letter(c) || is_digit(c);
}

[[nodiscard]] constexpr bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, is_digit);
}

inline constexpr std::string_view white_space = " \t\r\n\v\f";

[[nodiscard]] constexpr bool is_space(char c) {
  return white_space.find(c) != std::string_view::npos;
}

[[nodiscard]] constexpr char lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] inline std::string lowered(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

/// 0 to 15; -1 for anything but a hexadecimal digit.
[[nodiscard]] constexpr int hexadecimal(char c) {
  if (is_digit(c)) return c - '0';
  char const letter = lower(c);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/// True if the texts are equal, ignoring the case of ASCII letters.
[[nodiscard]] inline bool equal_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

/// `text` without any of `characters` at both ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text,
                                                 std::string_view characters = white_space) {
  text.remove_prefix(std::min(text.find_first_not_of(characters), text.size()));
  return text.substr(0, text.find_last_not_of(characters) + 1);
}

} // namespace recap::text
