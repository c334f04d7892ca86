// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace recap::text {

/// Longest pattern and word that distances are counted for, in bytes: keys of longest_word_bytes
/// of Hangul, five for three bytes.
inline constexpr std::size_t longest_compared = 128;

/// How far a word is from a pattern, a byte at a time: edits are one byte put in, left out,
/// changed, or two neighbours swapped, no byte edited twice (optimal string alignment). Because
/// the state of every prefix is kept, a walk through a sorted list computes shared prefixes
/// once, and can leave out all words behind a prefix that is too far already.
class EditRows {
public:
  /// `most`: edits looked for; a larger distance is told as most + 1. Precondition:
  /// pattern.size() <= longest_compared, most <= 4.
  EditRows(std::string_view pattern, unsigned most);

  /// Forgets all bytes but the first `depth`. Precondition: depth <= depth().
  void keep(std::size_t depth) { word_.resize(depth); }

  /// Adds the next byte of the word. False when no word that goes on from here is within
  /// `most` edits, and when the word has become longer than longest_compared.
  bool push(char byte);

  [[nodiscard]] std::size_t depth() const { return word_.size(); }

  /// Edits between the pattern and the bytes pushed, at most `most` + 1.
  [[nodiscard]] unsigned distance() const { return rows_[depth()][pattern_.size()]; }

  /// The least that distance() can become however the word goes on, at most `most` + 1.
  [[nodiscard]] unsigned least() const { return least_[depth()]; }

  /// The smallest byte from `byte` on that push() can take, nothing when there is none: once all
  /// edits are spent, only the next bytes of the pattern go on. Lets a walk jump.
  [[nodiscard]] std::optional<char> next(char byte) const;

private:
  std::string pattern_;
  unsigned most_;
  std::string word_;
  std::array<std::uint8_t, longest_compared + 1> least_; ///< of each row
  std::array<std::array<std::uint8_t, longest_compared + 1>, longest_compared + 1> rows_;
};

/// The edits between two words, `most` + 1 when there are more or one is longer than
/// longest_compared.
[[nodiscard]] unsigned edit_distance(std::string_view first, std::string_view second,
                                     unsigned most);

} // namespace recap::text
