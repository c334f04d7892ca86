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

/// A unit of a query: a word, a compound such as `front-end`, a quoted phrase or the beginning of a
/// word. The plan turns it into posting lists; the highlighter finds it in a text.
struct Unit {
  enum class Kind {
    word,     ///< `stem`; `word` is the exact form
    inside,   ///< `stem`, in Hangul, inside longer words
    cjk,      ///< a run of Han or Kana: its character pairs
    compound, ///< `word` as one, or `sequence` adjacent
    phrase,   ///< `sequence`, adjacent and exact
    several,  ///< the stems in `sequence`, anywhere
    prefix,   ///< every word that begins with `word`
  };
  Kind kind = Kind::word;
  bool hangul = false;                 ///< of Hangul syllables
  bool is_syllable = false;            ///< a Hangul noun of one syllable with a particle
  std::optional<index::FieldId> field; ///< only words of this field
  std::size_t offset = 0;              ///< byte of `typed` in its text
  std::string typed;                   ///< as typed
  std::string word;
  std::string stem;
  std::vector<std::string> sequence; ///< exact words; Hangul without particles
  /// The words that case and numbers separate in it (`rfc`, `2616` in `RFC2616`), exact; it also
  /// matches these if they are adjacent. Empty if there are none.
  std::vector<std::string> apart;

  /// True if the token is this unit or, for compounds and phrases, a part that is enough by itself.
  [[nodiscard]] bool matches(text::Token const& token) const;
};

/// The units of words typed without quotes, in order.
[[nodiscard]] std::vector<Unit> units_of_words(text::Analyser& analyser, std::string_view text);

/// The unit of a quoted text; nullopt if it has no words.
[[nodiscard]] std::optional<Unit> unit_of_phrase(text::Analyser& analyser, std::string_view text);

} // namespace recap::search
