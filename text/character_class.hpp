// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace recap::text {

/// Class of a character for the segmenter.
enum class CharacterClass : std::uint8_t {
  separator, ///< not part of a word
  letter,    ///< of a script with spaces between words
  digit,
  hangul,
  cjk,       ///< Han, Hiragana, Katakana, Bopomofo
  extension, ///< combining or invisible: stays with the word before it
};

[[nodiscard]] CharacterClass classify(char32_t c);

/// The classes of ASCII, by character.
inline constexpr auto ascii_classes = [] {
  std::array<CharacterClass, 0x80> classes{};
  for (char c = 'a'; c <= 'z'; ++c) {
    classes[static_cast<std::size_t>(c)] = CharacterClass::letter;
    classes[static_cast<std::size_t>(c - 'a' + 'A')] = CharacterClass::letter;
  }
  for (char c = '0'; c <= '9'; ++c)
    classes[static_cast<std::size_t>(c)] = CharacterClass::digit;
  return classes;
}();

/// classify() of a character below 0x80.
[[nodiscard]] inline CharacterClass classify_ascii(char32_t c) {
  return ascii_classes[c];
}

} // namespace recap::text
