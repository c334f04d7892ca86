// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::text {

/// Longest pattern and word that distances are counted for, in bytes: keys of longest_word_bytes
/// of Hangul, five for three bytes.
inline constexpr std::size_t longest_compared = 128;

/// How far a word is from a pattern: edits are one letter put in, left out, changed, or two
/// neighbours swapped, no letter edited twice (optimal string alignment). A letter is a character
/// of UTF-8, a key of Hangul therefore one byte; the word comes byte by byte, as a sorted list has
/// it. Because the state of every prefix is kept, a walk through such a list computes shared
/// prefixes once, and can leave out all words behind a prefix that is too far already.
class EditRows {
public:
  /// `most`: edits looked for; a larger distance is told as most + 1. Precondition:
  /// pattern.size() <= longest_compared, most <= 4.
  EditRows(std::string_view pattern, unsigned most);

  /// Forgets all bytes but the first `depth`. Precondition: depth <= depth().
  void keep(std::size_t depth);

  /// Adds the next byte of the word. False when no word that goes on from here is within
  /// `most` edits, and when the word has become longer than longest_compared.
  bool push(char byte);

  [[nodiscard]] std::size_t depth() const { return word_.size(); }

  /// Edits between the pattern and the bytes pushed, at most `most` + 1, which it is inside a
  /// letter.
  [[nodiscard]] unsigned distance() const;

  /// The least that distance() can become however the word goes on, at most `most` + 1.
  [[nodiscard]] unsigned least() const { return least_[ends_.size()]; }

  /// The smallest byte from `byte` on that push() can take, nothing when there is none: once all
  /// edits are spent, only the next bytes of the pattern go on. Lets a walk jump.
  [[nodiscard]] std::optional<char> next(char byte) const;

private:
  [[nodiscard]] std::size_t begun() const { return ends_.empty() ? 0 : ends_.back(); }
  [[nodiscard]] std::string_view letter(std::size_t at) const;
  bool add_row();

  std::vector<std::string> pattern_; ///< its letters
  unsigned most_;
  std::string word_;
  std::vector<std::size_t> ends_; ///< of each whole letter of the word, in bytes
  std::array<std::uint8_t, longest_compared + 1> least_; ///< of each row; one a letter of the word
  std::array<std::array<std::uint8_t, longest_compared + 1>, longest_compared + 1> rows_;
};

/// The edits between two words, `most` + 1 when there are more or one is longer than
/// longest_compared.
[[nodiscard]] unsigned edit_distance(std::string_view first, std::string_view second,
                                     unsigned most);

} // namespace recap::text
