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

/// Every word of the running text of an index with its document frequency, sorted by keys, for
/// completion and correction. Hangul nouns stand for their forms with particles (see
/// write_vocabulary).
///
/// The file is mapped, so that opening takes microseconds and memory is shared; the views of a Word
/// live as long as the Vocabulary. Any thread may read it. Throws Error(damaged) when a damaged
/// file is opened or the damaged place is read.
class Vocabulary {
public:
  explicit Vocabulary(std::filesystem::path const& file);

  [[nodiscard]] std::size_t size() const { return words_.size(); }

  /// `word`: folded. nullopt if no article has it.
  [[nodiscard]] std::optional<Word> find(std::string_view word) const;

  /// At most `most` words whose keys begin with `keys`, by document frequency, then by keys.
  /// Microseconds for any prefix.
  [[nodiscard]] std::vector<Word> completions(std::string_view keys, std::size_t most) const;

  /// The Hangul words with these initials at their beginning (`ㅇㅌㅅ`, text::initials); otherwise
  /// as completions().
  [[nodiscard]] std::vector<Word> with_initials(std::string_view initials, std::size_t most) const;

  struct Near {
    Word word;
    unsigned distance = 0; ///< in key presses: text::EditRows
  };
  enum class FirstKey : bool { free, fixed };

  /// All words at most `distance` (up to 3) edits from `keys`, ordered by keys. `fixed` keeps the
  /// first key and is several times as fast. Empty for more than text::longest_compared keys.
  [[nodiscard]] std::vector<Near> near(std::string_view keys, unsigned distance,
                                       FirstKey first = FirstKey::free) const;

  /// At most `most` words that begin with something at most `distance` edits from `keys` and have
  /// its first key: nearest first, then by document frequency.
  [[nodiscard]] std::vector<Near> near_completions(std::string_view keys, unsigned distance,
                                                   std::size_t most) const;

private:
  struct Range {
    std::size_t first = 0;
    std::size_t last = 0;
  };
  [[nodiscard]] std::string_view keys_of(std::size_t word) const;
  [[nodiscard]] Word word(std::size_t word) const;
  /// The first word after all that begin with `prefix`, known to come after `first`.
  [[nodiscard]] std::size_t end_of(std::string_view prefix, std::size_t first) const;
  /// The first word from `first` on whose keys are not less than `keys`.
  [[nodiscard]] std::size_t first_from(std::string_view keys, std::size_t first) const;
  [[nodiscard]] Range beginning_with(std::string_view keys) const;
  /// The words that near_completions() chooses from, by distance.
  [[nodiscard]] std::vector<std::vector<Range>> near_beginnings(std::string_view keys,
                                                                unsigned distance) const;
  [[noreturn]] void damaged() const;

  std::string file_;
  MappedFile mapped_;
  RankedList words_;
  std::span<std::uint32_t const> offsets_;  ///< of each word's bytes, and the end
  std::span<std::uint8_t const> key_bytes_; ///< of each word; its text follows if it differs
  std::span<std::uint32_t const> initials_; ///< words ordered by their initials
  RankedList by_initials_;
  std::string_view bytes_;
};

/// Writes the vocabulary of `words` to `file`. Hangul forms that the analyser reduces to the same
/// stem are stored as their noun, the longest common prefix of all of them: 디자인 for 디자인을 and
/// 디자인은, although 인 can be an ending; 서버 for 서버를 and 서버가. Throws Error(unwritable),
/// and whatever `words` throws. Memory: about twice the file.
void write_vocabulary(WordSource const& words, std::filesystem::path const& file);

} // namespace recap::index
