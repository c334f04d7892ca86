// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "text/character_class.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace recap::text {

/// A run of one script without separators.
struct Run {
  CharacterClass script = CharacterClass::letter; ///< letter, hangul or cjk
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  /// One past the last byte without a possessive ending, `Lablup` of `Lablup's`; else `end`.
  std::uint32_t stem_end = 0;
  /// The character that joins this run to the previous one (`.` in `Backend.AI`), or 0. Only for
  /// letters.
  char joint = 0;
  /// A sign that is part of the name: `+`, `++` or `#` after the run, or `.` before it as in
  /// `.NET`.
  std::string_view sign;
  /// Touches the previous run, as 에서 does in `AI에서`.
  bool attached = false;
  /// Written as a command-line option: after a dash that follows a word and a blank on the same
  /// line (`tar -xvf`). Only for letters.
  bool is_option = false;
  /// Known to be ASCII letters, at most the first a capital, without a possessive ending.
  bool is_plain = false;
};

/// The runs of `text` in order. Joints are `. _ - / @ &` between letters or
/// digits; apostrophes and the commas of `1,000` stay inside a run.
[[nodiscard]] std::vector<Run> segment(std::string_view text);
/// As above, but replaces the content of `runs`, reusing its memory.
void segment(std::string_view text, std::vector<Run>& runs);

} // namespace recap::text
