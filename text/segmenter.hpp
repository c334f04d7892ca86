// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace recap::text {

/// What a character is to the segmenter.
enum class CharacterClass : std::uint8_t {
  separator, ///< belongs to no word
  letter,    ///< of a script with spaces between words
  digit,
  hangul,
  cjk,       ///< Han, Hiragana, Katakana, Bopomofo
  extension, ///< combining or invisible: stays with the word before it
};

[[nodiscard]] CharacterClass classify(char32_t c);

/// A stretch of one script without anything to split at.
struct Run {
  CharacterClass script = CharacterClass::letter; ///< letter, hangul or cjk
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  /// One past the last byte without a possessive ending, `Lablup` of `Lablup's`; else `end`.
  std::uint32_t stem_end = 0;
  /// The character that joins this run to the one before it (`.` of `Backend.AI`),
  /// or 0. Letter runs only.
  char joint = 0;
  /// A sign that is part of the name: `+`, `++` or `#` behind the run, or `.`
  /// before it as in `.NET`.
  std::string_view sign;
  /// Touches the run before it, as 에서 does in `AI에서`.
  bool attached = false;
  /// Written as an option of a command: a dash before it, and a word and a blank before that on the
  /// same line (`tar -xvf`). Letter runs only.
  bool is_option = false;
};

/// The runs of `text` in order. Joints are `. _ - / @ &` between letters or
/// digits; apostrophes and the commas of `1,000` stay inside a run.
[[nodiscard]] std::vector<Run> segment(std::string_view text);
/// The same, in place of what `runs` has: its memory is used again.
void segment(std::string_view text, std::vector<Run>& runs);

} // namespace recap::text
