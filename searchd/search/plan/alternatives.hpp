// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/clause.hpp"
#include "searchd/search/query/units.hpp"

#include <optional>
#include <string>
#include <vector>

namespace recap::search {

class Reader;

/// How an article matches a word of the query.
enum class MatchKind : std::uint8_t {
  word,     ///< the word: as typed, inflected, or with a particle
  particle, ///< a noun of one syllable with another particle, or none
  inside,   ///< the character pairs of a longer word
  parts,    ///< adjacent words: `front end` for `front-end`
  prefix,   ///< a word that begins with it
  typo,     ///< a likely correction
  synonym,  ///< a synonym
};

/// One alternative that matches a word of the query: all of its terms.
struct Alternative {
  MatchKind kind = MatchKind::word;
  Unit unit; ///< the words to find again in texts
  std::vector<WeighedTerm> terms;
  bool side_by_side = false;             ///< the terms follow each other; their weights are equal
  std::optional<WeighedTerm> as_written; ///< adds its weight if the exact form is present too
};

/// A word of the query and its alternatives. The first one and one inside longer words add up; of
/// the others, the best counts.
struct PlannedUnit {
  Unit unit;
  std::vector<Alternative> alternatives;
  bool required = true;      ///< false for stop words, unless the query has no other words
  bool is_stop_word = false; ///< beside other words: not shown as a match
  bool is_correction =
      false; ///< `unit` is of a corrected text; its `typed` is still what was typed

  /// Articles that match the word as typed, by the best alternative.
  [[nodiscard]] Clause typed() const;

  /// Articles that match a correction, by the best alternative; Kind::nothing without one.
  [[nodiscard]] Clause corrected() const;
};

/// Articles that match this alternative.
[[nodiscard]] Clause clause_of(Alternative const& alternative);

/// Makes alternatives from units, looking up document frequencies. Keeps references only.
class AlternativeMaker {
public:
  explicit AlternativeMaker(Reader& reader);

  /// The word itself, in running text or in the unit's field; for Hangul and CJK also inside longer
  /// words, for a compound also its parts adjacent. `share` scales every weight.
  [[nodiscard]] std::vector<Alternative> direct(Unit const& unit, double share = 1) const;

  /// A replacement for a word whose idf is `most_idf`, which no term may exceed: another word, in
  /// running text or in its field, or several adjacent words; with MatchKind::typo, for a missing
  /// space, several words anywhere.
  [[nodiscard]] Alternative instead(MatchKind kind, std::vector<Unit> const& units, double share,
                                    double most_idf) const;

  /// A synonym, which may be a word, a name or adjacent words, in the field of `unit`. Its weights
  /// are at most those of the words as typed, whose idf is `most_idf` altogether.
  [[nodiscard]] std::vector<Alternative> synonym(Unit const& unit, double share,
                                                 double most_idf) const;

  /// `unit.sequence`, adjacent and exact.
  [[nodiscard]] Alternative sequence(MatchKind kind, Unit const& unit, double share) const;

  [[nodiscard]] double idf_of(std::string const& term) const;
  [[nodiscard]] double document_frequency(std::string const& term) const;

private:
  Reader& reader_;
  double articles_;
};

/// The prefix of the terms for a unit's words in its field; empty = running text.
[[nodiscard]] std::string_view prefix_of(Unit const& unit);

} // namespace recap::search
