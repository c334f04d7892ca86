// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/clause.hpp"
#include "searchd/search/match/reader.hpp"
#include "searchd/search/query/units.hpp"

#include <optional>
#include <string>
#include <vector>

namespace recap::search {

/// How an article can answer a word of the query.
enum class MatchKind : std::uint8_t {
  word,     ///< by the word: as typed, inflected, or under a particle
  particle, ///< by a noun of one syllable under another particle, or none
  inside,   ///< by the pairs of characters of a longer word
  parts,    ///< by words side by side: `front end` for `front-end`
  prefix,   ///< by a word that begins so
  typo,     ///< by a word that may have been meant
  synonym,  ///< by a word that means the same
};

/// One alternative by which an article answers a word: it has all of the terms.
struct Alternative {
  MatchKind kind = MatchKind::word;
  Unit unit; ///< what it looks for, to be found again in texts
  std::vector<WeighedTerm> terms;
  bool side_by_side = false;             ///< the terms follow each other; their weights are equal
  std::optional<WeighedTerm> as_written; ///< adds its weight where the exact form stands too
};

/// A word of the query and its alternatives. The first one and one from inside longer words
/// add up; of the others the best counts.
struct PlannedUnit {
  Unit unit;
  std::vector<Alternative> alternatives;
  bool required = true; ///< false for words that join others beside words that name something
  bool is_correction =
      false; ///< `unit` is of a corrected text; its `typed` is still what was typed

  /// Articles that answer it as it was typed, by the best alternative.
  [[nodiscard]] Clause typed() const;

  /// Articles that answer it by what may have been meant, by the best alternative; nothing where
  /// none is a correction.
  [[nodiscard]] Clause corrected() const;
};

/// Articles that answer by this alternative.
[[nodiscard]] Clause clause_of(Alternative const& alternative);

/// Makes alternatives out of units: looks up how rare the terms are. Keeps references only.
class AlternativeMaker {
public:
  explicit AlternativeMaker(Reader& reader)
      : reader_(reader)
      , articles_(reader.articles()) {}

  /// The word itself, in running text or in the unit's field; of Hangul and CJK also inside
  /// longer words, of a compound also its parts side by side. `share` scales every weight.
  [[nodiscard]] std::vector<Alternative> direct(Unit const& unit, double share = 1) const;

  /// In place of a word whose idf is `most_idf`, which no term may exceed: another word, or several
  /// side by side; as MatchKind::typo, whose space was forgotten, several anywhere.
  [[nodiscard]] Alternative instead(MatchKind kind, std::vector<Unit> const& units, double share,
                                    double most_idf) const;

  /// A word, a name or words side by side that mean the same, in the field of `unit`, whose weights
  /// are at most those of what was typed, with an idf of `most_idf` altogether.
  [[nodiscard]] std::vector<Alternative> synonym(Unit const& unit, double share,
                                                 double most_idf) const;

  /// `unit.sequence` side by side, exactly.
  [[nodiscard]] Alternative sequence(MatchKind kind, Unit const& unit, double share) const;

  [[nodiscard]] double idf_of(std::string const& term) const;
  [[nodiscard]] double document_frequency(std::string const& term) const;

private:
  Reader& reader_;
  double articles_;
};

/// The prefix of the terms a unit's words have in its field; empty = running text.
[[nodiscard]] std::string_view prefix_of(Unit const& unit);

} // namespace recap::search
