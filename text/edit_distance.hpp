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

/// Longest pattern and word to compare, in bytes: the keys of longest_word_bytes of Hangul, five
/// for every three bytes.
inline constexpr std::size_t longest_compared = 128;

/// The edit distance between a word and a pattern. An edit inserts, deletes or changes one letter,
/// or swaps two adjacent ones; no letter is edited twice (optimal string alignment). A letter is a
/// UTF-8 character, hence a key of Hangul is one byte. The word is given byte by byte, as in a
/// sorted list. The state of every prefix is kept, so a walk through the list computes shared
/// prefixes once and skips all words after a prefix that is already too far.
class EditRows {
public:
  /// `most`: largest distance to distinguish; larger ones are returned as most + 1. Precondition:
  /// pattern.size() <= longest_compared, most <= 4.
  EditRows(std::string_view pattern, unsigned most);

  /// Drops all bytes but the first `depth`. Precondition: depth <= depth().
  void keep(std::size_t depth);

  /// Appends the next byte of the word. Returns false if no continuation is within `most` edits, or
  /// the word is longer than longest_compared.
  bool push(char byte);

  [[nodiscard]] std::size_t depth() const { return word_.size(); }

  /// Distance between the pattern and the bytes pushed, at most `most` + 1; `most` + 1 inside a
  /// letter.
  [[nodiscard]] unsigned distance() const;

  /// Lower bound of distance() for any continuation of the word, at most `most` + 1.
  [[nodiscard]] unsigned least() const { return least_[ends_.size()]; }

  /// The smallest byte from `byte` on that push() accepts; nullopt if there is none. Once all edits
  /// are used, only the next bytes of the pattern are accepted, so a walk can jump.
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

/// The distance between two words; `most` + 1 if it is larger or a word is longer than
/// longest_compared.
[[nodiscard]] unsigned edit_distance(std::string_view first, std::string_view second,
                                     unsigned most);

} // namespace recap::text
