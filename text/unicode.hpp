// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace recap::text {

/// A character of a text, and the beginning of the next.
struct Decoded {
  static constexpr char32_t invalid = 0xffffffff;
  char32_t character =
      invalid; ///< invalid: one byte, or the start of a sequence, that is not UTF-8
  std::size_t end = 0;
};

/// The character at `offset`, which must be inside `text`.
[[nodiscard]] Decoded decode(std::string_view text, std::size_t offset);

/// Appends `character` as UTF-8.
void append(std::string& text, char32_t character);

/// Offset of the first byte that is not well-formed UTF-8 (RFC 3629: no surrogates, no overlong
/// forms); nullopt if there is none.
[[nodiscard]] std::optional<std::size_t> invalid_utf8(std::string_view text);

/// `text` in the form in which values are compared: NFKC, case folded, without white space at both
/// ends, and with single spaces inside. Invalid bytes become U+FFFD.
[[nodiscard]] std::string fold(std::string_view text);

/// Largest length <= `bytes` that does not split a character of `text`.
[[nodiscard]] std::size_t floor_to_character(std::string_view text, std::size_t bytes);

/// Number of characters of `text`, which must be UTF-8; combining marks count separately.
[[nodiscard]] std::size_t characters(std::string_view text);

/// Share of Hangul among the letters of `text`, 0 to 1; 0 without letters.
[[nodiscard]] double hangul_share(std::string_view text);

} // namespace recap::text
