// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/alternatives.hpp"

#include "index/ranking.hpp"
#include "searchd/search/match/idf.hpp"
#include "searchd/search/match/reader.hpp"

#include <algorithm>

namespace recap::search {

AlternativeMaker::AlternativeMaker(Reader& reader)
    : reader_(reader)
    , articles_(reader.articles()) {}

std::string_view prefix_of(Unit const& unit) {
  return unit.field ? index::field(*unit.field).word_prefix : std::string_view();
}

Clause clause_of(Alternative const& alternative) {
  std::vector<Clause> terms;
  Clause clause;
  if (alternative.side_by_side && alternative.terms.size() > 1) {
    std::vector<std::string> words;
    for (auto const& term : alternative.terms)
      words.push_back(term.term);
    clause = phrase_clause(std::move(words), alternative.terms.front().weight);
  } else {
    for (auto const& term : alternative.terms)
      terms.push_back(term_clause(term.term, term.weight));
    clause = all_of(std::move(terms));
  }
  if (!alternative.as_written) return clause;
  return combined(Clause::Kind::perhaps,
                  {std::move(clause),
                   term_clause(alternative.as_written->term, alternative.as_written->weight)});
}

Clause PlannedUnit::typed() const {
  std::vector<Clause> words; // one for each field that may have the word
  std::vector<Clause> inside;
  std::vector<Clause> best;
  for (Alternative const& alternative : alternatives) {
    if (alternative.terms.empty() || alternative.kind == MatchKind::typo) continue;
    bool const is_word = alternative.kind == MatchKind::word;
    (is_word                                 ? words
     : alternative.kind == MatchKind::inside ? inside
                                             : best)
        .push_back(clause_of(alternative));
  }
  std::vector<Clause> direct;
  if (!words.empty()) direct.push_back(best_of(std::move(words)));
  std::ranges::move(inside, std::back_inserter(direct));
  if (!direct.empty()) best.insert(best.begin(), any_of(std::move(direct)));
  return best_of(std::move(best));
}

Clause PlannedUnit::corrected() const {
  std::vector<Clause> best;
  for (Alternative const& alternative : alternatives) {
    if (alternative.kind == MatchKind::typo && !alternative.terms.empty())
      best.push_back(clause_of(alternative));
  }
  return best_of(std::move(best));
}

double AlternativeMaker::document_frequency(std::string const& term) const {
  return reader_.document_frequency(term);
}

double AlternativeMaker::idf_of(std::string const& term) const {
  return idf(articles_, document_frequency(term));
}

std::vector<Alternative> AlternativeMaker::direct(Unit const& unit, double share) const {
  auto const prefix = prefix_of(unit);
  std::vector<Alternative> alternatives;
  std::string const stem = index::stem_term(prefix, unit.stem);
  Alternative word{.kind = MatchKind::word, .unit = unit, .terms = {{stem, share * idf_of(stem)}}};
  if (unit.kind == Unit::Kind::word && unit.stem != unit.word) {
    double const bonus = unit.hangul ? index::exact_hangul_bonus : index::exact_form_bonus;
    std::string const exact = index::word_term(prefix, unit.word);
    word.as_written = WeighedTerm{exact, share * bonus * idf_of(exact)};
  }
  alternatives.push_back(std::move(word));
  if ((unit.kind == Unit::Kind::cjk || unit.hangul) && prefix.empty()) {
    auto const pairs = text::bigrams(unit.stem);
    Alternative inside{.kind = MatchKind::inside, .unit = unit};
    if (unit.hangul) inside.unit.kind = Unit::Kind::inside;
    for (auto const pair : pairs) {
      std::string const term = index::bigram_term(pair);
      double const part = index::bigram_share / static_cast<double>(pairs.size());
      inside.terms.push_back({term, share * part * idf_of(term)});
    }
    if (!inside.terms.empty()) alternatives.push_back(std::move(inside));
  }
  if (unit.kind == Unit::Kind::compound && !unit.sequence.empty()) {
    alternatives.push_back(sequence(MatchKind::parts, unit, share));
  }
  if (!unit.apart.empty()) {
    Unit apart = unit;
    apart.sequence = std::move(apart.apart);
    alternatives.push_back(sequence(MatchKind::parts, apart, share));
  }
  return alternatives;
}

Alternative AlternativeMaker::sequence(MatchKind kind, Unit const& unit, double share) const {
  Alternative alternative{.kind = kind, .unit = unit, .side_by_side = true};
  double total = 0;
  for (auto const& word : unit.sequence) {
    alternative.terms.push_back({index::word_term(prefix_of(unit), word), 0});
    total += idf_of(alternative.terms.back().term);
  }
  for (auto& term : alternative.terms)
    term.weight = share * total / static_cast<double>(alternative.terms.size());
  return alternative;
}

std::vector<Alternative> AlternativeMaker::synonym(Unit const& unit, double share,
                                                   double most_idf) const {
  std::vector<Alternative> alternatives;
  if (unit.kind == Unit::Kind::phrase) {
    alternatives.push_back(sequence(MatchKind::synonym, unit, share));
  } else {
    for (Alternative& alternative : direct(unit, share)) {
      alternative.kind = MatchKind::synonym;
      alternatives.push_back(std::move(alternative));
    }
  }
  for (Alternative& alternative : alternatives) {
    double total = 0;
    for (auto const& term : alternative.terms)
      total += term.weight;
    double const equal = total > share * most_idf ? share * most_idf / total : 1;
    for (auto& term : alternative.terms)
      term.weight *= equal;
    if (alternative.as_written) alternative.as_written->weight *= equal;
  }
  return alternatives;
}

Alternative AlternativeMaker::instead(MatchKind kind, std::vector<Unit> const& units, double share,
                                      double most_idf) const {
  Alternative alternative{.kind = kind, .unit = units.front()};
  // Words typed as one by mistake may be anywhere.
  alternative.side_by_side = units.size() > 1 && kind != MatchKind::typo;
  double least = most_idf;
  for (Unit const& unit : units) {
    std::string const term = index::stem_term(prefix_of(unit), unit.stem);
    least = std::min(least, idf_of(term));
    alternative.terms.push_back({term, 0});
  }
  for (auto& term : alternative.terms)
    term.weight = share * least / static_cast<double>(alternative.terms.size());
  if (units.size() == 1) return alternative;
  alternative.unit.kind = alternative.side_by_side ? Unit::Kind::compound : Unit::Kind::several;
  alternative.unit.word.clear();
  alternative.unit.sequence.clear();
  for (Unit const& unit : units)
    alternative.unit.sequence.push_back(alternative.side_by_side ? unit.word : unit.stem);
  return alternative;
}

} // namespace recap::search
