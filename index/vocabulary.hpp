// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/mapped_file.hpp"
#include "index/ranked_list.hpp"
#include "index/word_source.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::index {

/// Name of the vocabulary inside a generation.
inline constexpr char const* vocabulary_name = "vocabulary";

/// A word of running text.
struct Word {
  std::string_view text; ///< folded, as Token::word
  std::string_view keys; ///< text::keys() of it
  std::uint32_t documents = 0;
};

/// Every word of the running text of an index with the number of its articles, sorted by
/// keys: what completion and correction look through. Of Hangul, nouns stand for
/// their forms under particles (see write_vocabulary).
///
/// The file is mapped, so that opening costs microseconds and memory is shared; the views of a Word
/// live as long as the Vocabulary. Any thread may read it. A damaged file throws
/// Error(damaged) when it is opened or when the damaged place is read.
class Vocabulary {
public:
  explicit Vocabulary(std::filesystem::path const& file);

  [[nodiscard]] std::size_t size() const { return words_.size(); }

  /// `word`: folded. Nothing when no article has it.
  [[nodiscard]] std::optional<Word> find(std::string_view word) const;

  /// The words whose keys begin with `keys`, at most `most`, in most articles first,
  /// then in the order of keys. Microseconds for any prefix.
  [[nodiscard]] std::vector<Word> completions(std::string_view keys, std::size_t most) const;

  /// The Hangul words whose initials begin so (`ㅇㅌㅅ`, text::initials), as completions().
  [[nodiscard]] std::vector<Word> with_initials(std::string_view initials, std::size_t most) const;

  struct Near {
    Word word;
    unsigned distance = 0; ///< in key presses: text::EditRows
  };
  enum class FirstKey : bool { free, fixed };

  /// All words at most `distance` edits from `keys`, in the order of keys; `fixed`
  /// leaves the first key as it is and is several times as fast. Nothing for
  /// more than text::longest_compared keys. `distance` at most 3.
  [[nodiscard]] std::vector<Near> near(std::string_view keys, unsigned distance,
                                       FirstKey first = FirstKey::free) const;

  /// Words that begin with something at most `distance` edits from `keys`, the first key as it
  /// is: nearest first, then in most articles. At most `most`.
  [[nodiscard]] std::vector<Near> near_completions(std::string_view keys, unsigned distance,
                                                   std::size_t most) const;

private:
  struct Range {
    std::size_t first = 0;
    std::size_t last = 0;
  };
  [[nodiscard]] std::string_view keys_of(std::size_t word) const;
  [[nodiscard]] Word word(std::size_t word) const;
  /// The first word behind all that begin with `prefix`, known to be behind `first`.
  [[nodiscard]] std::size_t end_of(std::string_view prefix, std::size_t first) const;
  /// The first word from `first` on whose keys are not before `keys`.
  [[nodiscard]] std::size_t first_from(std::string_view keys, std::size_t first) const;
  [[nodiscard]] Range beginning_with(std::string_view keys) const;
  /// The words that near_completions() chooses from, by distance.
  [[nodiscard]] std::vector<std::vector<Range>> near_beginnings(std::string_view keys,
                                                                unsigned distance) const;
  [[noreturn]] void damaged() const;

  std::string file_;
  MappedFile mapped_;
  RankedList words_;
  std::span<std::uint32_t const> offsets_;  ///< of each word's bytes, one more at the end
  std::span<std::uint8_t const> key_bytes_; ///< of each word; its text follows when it differs
  std::span<std::uint32_t const> initials_; ///< words in the order of their initials
  RankedList by_initials_;
  std::string_view bytes_;
};

/// Writes the vocabulary of `words` to `file`. Of Hangul forms
/// that share what the analyser leaves of them, the noun: the longest beginning that all of them
/// share (디자인 of 디자인을 and 디자인은, although 인 can be an ending; 서버 of 서버를 and
/// 서버가). Throws Error(unwritable), and what `words` throws. Memory: about twice the file.
void write_vocabulary(WordSource const& words, std::filesystem::path const& file);

} // namespace recap::index
