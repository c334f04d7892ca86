// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "text/wanted_stems.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace recap::text {

/// Changes whenever the same text would give other words. An index built with another version is
/// refused, because its words could no longer be found.
inline constexpr unsigned analyser_version = 4;

/// Longest word kept, in bytes of its folded form. A longer run of letters is cut here, on a
/// character boundary, in articles and queries alike. Below Xapian's limit of 245 bytes for a term
/// with its prefix.
inline constexpr std::size_t longest_word_bytes = 64;

enum class TokenKind : std::uint8_t {
  word,     ///< letters and digits of any script but Hangul and Han/Kana
  hangul,   ///< Hangul syllables
  cjk,      ///< a run of Han or Kana, which have no spaces between words: found by its bigrams
  compound, ///< an additional word: joined parts as one (`Backend.AI`, `create_task`, `C++`), or
            /// a word inside another (`Timeout` in `setTimeout`, the noun 고양이 in 고양이를)
};

/// A word of a text. Parts of a compound follow it and share its first position: `Backend.AI` gives
/// compound `backendai` at n, word `backend` at n, word `ai` at n+1. Words inside a word follow it,
/// at its position.
struct Token {
  TokenKind kind = TokenKind::word;
  std::uint32_t position = 0; ///< counted from the first position passed to analyse()
  std::uint32_t begin = 0;    ///< first byte in the original text
  std::uint32_t end = 0;      ///< one past the last byte
  /// One past the last byte of the part that carries the meaning: the noun without its particle
  /// (`인턴십` of `인턴십을`), the name without `'s`. A highlight covers this. Equal to `end` if
  /// nothing was stripped.
  std::uint32_t stem_end = 0;
  std::uint32_t parts = 1; ///< positions covered: 2 for `Backend.AI`, else 1
  bool is_option = false;  ///< written as a command-line option, as Run::is_option
  std::string word;        ///< exact form: NFC, width and case folded, Latin marks dropped
  std::string stem;        ///< English stem, or the word without its particles
};

/// Splits text into words, by the same rules for indexing and for queries.
///
/// Rules: Text is normalised word by word (NFKC with case folding, so that full-width and
/// decomposed input equal the usual form; accents and strokes of Latin letters are dropped).
/// English is stemmed (Snowball "english", repeated until nothing changes, so that a stem is its
/// own stem). Hangul loses particles and endings (see hangul.hpp). Latin, Hangul and CJK runs are
/// split where they touch; a particle attached to a Latin word (`AI에서`) is dropped. Bytes that
/// are not UTF-8 separate words.
///
/// Cost: about a microsecond for ten words. Not thread-safe (the stemmer and its cache): use one
/// per thread.
class Analyser {
public:
  Analyser();
  ~Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  /// The words of `text` in the order of their positions, which begin at `first_position`. `text`
  /// must be shorter than 4 GiB, because offsets have 32 bits.
  [[nodiscard]] std::vector<Token> analyse(std::string_view text, std::uint32_t first_position = 1);

  /// As analyse(), with positions from 1, for callers that search for a few stems. A Latin word
  /// whose stem is not `wanted` may be left out, or have the word as its stem. Takes a third of the
  /// time of analyse().
  [[nodiscard]] std::vector<Token> analyse_for(std::string_view text, WantedStems const& wanted);

  /// One past the last position used by `tokens`, or `first_position` if none.
  [[nodiscard]] static std::uint32_t next_position(std::vector<Token> const& tokens,
                                                   std::uint32_t first_position);

private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The pairs of adjacent characters of a folded Hangul or CJK word, as views into it: `인턴십`
/// gives `인턴`, `턴십`. Empty for fewer than two characters.
[[nodiscard]] std::vector<std::string_view> bigrams(std::string_view word);

} // namespace recap::text
