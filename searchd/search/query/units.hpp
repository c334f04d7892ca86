// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/fields.hpp"
#include "text/analyser.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

/// What is looked for as one thing: a word, a compound such as `front-end`, a
/// quoted phrase or the beginning of a word. The plan makes posting lists of it, the
/// highlighter finds it again in a text.
struct Unit {
  enum class Kind {
    word,     ///< `stem`; `word` is the exact form
    inside,   ///< `stem`, of Hangul, in longer words
    cjk,      ///< a run of Han or Kana: its pairs of characters
    compound, ///< `word` as one, or `sequence` side by side
    phrase,   ///< `sequence` side by side, exactly
    several,  ///< the stems of `sequence`, anywhere
    prefix,   ///< every word that begins with `word`
  };
  Kind kind = Kind::word;
  bool hangul = false;                 ///< of Hangul syllables
  bool is_syllable = false;            ///< a Hangul noun of one syllable under a particle
  std::optional<index::FieldId> field; ///< only in this field's words
  std::size_t offset = 0;              ///< of `typed` in the text it comes from, in bytes
  std::string typed;                   ///< as the person wrote it
  std::string word;
  std::string stem;
  std::vector<std::string> sequence; ///< exact words; of Hangul without its particle
  /// The words that case and numbers part in it (`rfc`, `2616` of `RFC2616`), exactly: side by side
  /// they are it too. Empty where there are none.
  std::vector<std::string> apart;

  /// True when the token is this unit, or for compounds and phrases a part of it
  /// that is enough by itself.
  [[nodiscard]] bool matches(text::Token const& token) const;
};

/// The units of words typed without quotes, in their order.
[[nodiscard]] std::vector<Unit> units_of_words(text::Analyser& analyser, std::string_view text);

/// The unit of a quoted text; nothing when it has no words.
[[nodiscard]] std::optional<Unit> unit_of_phrase(text::Analyser& analyser, std::string_view text);

} // namespace recap::search
