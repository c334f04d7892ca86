// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recap::text {

/// A text as typed by someone who expects completions: the keys (keys.hpp) of its letters, digits,
/// `+` and `#`, without case, marks, spaces and punctuation. `first iss`, `First-Iss` and
/// `firstiss` are then the same beginning, as are Korean spellings with and without spaces.
struct Typed {
  std::string keys;
  std::string initials; ///< keys of the initials of its syllables, other keys as they are
  std::vector<std::uint32_t> initial_keys; ///< for each initial: its place in `keys`
  std::vector<std::uint32_t> ends;         ///< for each key: one past its character in the text
  std::vector<std::uint32_t> begins;       ///< and where that begins
  /// Beginnings of words, in `keys` and in `initials`: after a space or sign, and where Hangul and
  /// other letters touch.
  struct WordStart {
    std::uint32_t key = 0;
    std::uint32_t initial = 0;
  };
  std::vector<WordStart> words;
  bool has_hangul = false;
};

/// Accepts any bytes; those that are not UTF-8 separate words. Any thread may call it.
[[nodiscard]] Typed typed(std::string_view text);

} // namespace recap::text
