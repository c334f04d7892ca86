// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/ways.hpp"

#include "index/ranking.hpp"
#include "searchd/search/plan/idf.hpp"

#include <algorithm>

namespace recap::search {

std::string_view prefix_of(Unit const& unit) {
  return unit.field ? index::field(*unit.field).word_prefix : std::string_view();
}

Clause clause_of(Way const& way) {
  std::vector<Clause> terms;
  Clause clause;
  if (way.side_by_side && way.terms.size() > 1) {
    std::vector<std::string> words;
    for (auto const& term : way.terms)
      words.push_back(term.term);
    clause = phrase_clause(std::move(words), way.terms.front().weight);
  } else {
    for (auto const& term : way.terms)
      terms.push_back(term_clause(term.term, term.weight));
    clause = all_of(std::move(terms));
  }
  if (!way.as_written) return clause;
  return combined(Clause::Kind::perhaps,
                  {std::move(clause), term_clause(way.as_written->term, way.as_written->weight)});
}

Clause PlannedUnit::typed() const {
  std::vector<Clause> words; // one for each field that the word may stand in
  std::vector<Clause> inside;
  std::vector<Clause> best;
  for (Way const& way : ways) {
    if (way.terms.empty() || way.kind == MatchKind::typo) continue;
    bool const is_word = way.kind == MatchKind::word;
    (is_word ? words : way.kind == MatchKind::inside ? inside : best).push_back(clause_of(way));
  }
  std::vector<Clause> direct;
  if (!words.empty()) direct.push_back(best_of(std::move(words)));
  std::ranges::move(inside, std::back_inserter(direct));
  if (!direct.empty()) best.insert(best.begin(), any_of(std::move(direct)));
  return best_of(std::move(best));
}

Clause PlannedUnit::corrected() const {
  std::vector<Clause> best;
  for (Way const& way : ways) {
    if (way.kind == MatchKind::typo && !way.terms.empty()) best.push_back(clause_of(way));
  }
  return best_of(std::move(best));
}

double WayMaker::articles_with(std::string const& term) const {
  return reader_.document_frequency(term);
}

double WayMaker::idf_of(std::string const& term) const {
  return idf(articles_, articles_with(term));
}

std::vector<Way> WayMaker::direct(Unit const& unit, double share) const {
  auto const prefix = prefix_of(unit);
  std::vector<Way> ways;
  std::string const stem = index::stem_term(prefix, unit.stem);
  Way word{.kind = MatchKind::word,
           .unit = unit,
           .terms = {{stem, share * idf_of(stem)}},
           .as_written = {}};
  if (unit.kind == Unit::Kind::word && unit.stem != unit.word) {
    double const bonus = unit.hangul ? index::exact_hangul_bonus : index::exact_form_bonus;
    std::string const exact = index::word_term(prefix, unit.word);
    word.as_written = WeighedTerm{exact, share * bonus * idf_of(exact)};
  }
  ways.push_back(std::move(word));
  if ((unit.kind == Unit::Kind::cjk || unit.hangul) && prefix.empty()) {
    auto const pairs = text::bigrams(unit.stem);
    Way inside{.kind = MatchKind::inside, .unit = unit, .terms = {}, .as_written = {}};
    if (unit.hangul) inside.unit.kind = Unit::Kind::inside;
    for (auto const pair : pairs) {
      std::string const term = index::bigram_term(pair);
      double const part = index::bigram_share / static_cast<double>(pairs.size());
      inside.terms.push_back({term, share * part * idf_of(term)});
    }
    if (!inside.terms.empty()) ways.push_back(std::move(inside));
  }
  if (unit.kind == Unit::Kind::compound && !unit.sequence.empty()) {
    ways.push_back(sequence(MatchKind::parts, unit, share));
  }
  if (!unit.apart.empty()) {
    Unit apart = unit;
    apart.sequence = std::move(apart.apart);
    ways.push_back(sequence(MatchKind::parts, apart, share));
  }
  return ways;
}

Way WayMaker::sequence(MatchKind kind, Unit const& unit, double share) const {
  Way way{.kind = kind, .unit = unit, .terms = {}, .side_by_side = true, .as_written = {}};
  double total = 0;
  for (auto const& word : unit.sequence) {
    way.terms.push_back({index::word_term(prefix_of(unit), word), 0});
    total += idf_of(way.terms.back().term);
  }
  for (auto& term : way.terms)
    term.weight = share * total / static_cast<double>(way.terms.size());
  return way;
}

std::vector<Way> WayMaker::synonym(Unit const& unit, double share, double most_idf) const {
  std::vector<Way> ways;
  if (unit.kind == Unit::Kind::phrase) {
    ways.push_back(sequence(MatchKind::synonym, unit, share));
  } else {
    for (Way& way : direct(unit, share)) {
      way.kind = MatchKind::synonym;
      ways.push_back(std::move(way));
    }
  }
  for (Way& way : ways) {
    double total = 0;
    for (auto const& term : way.terms)
      total += term.weight;
    double const equal = total > share * most_idf ? share * most_idf / total : 1;
    for (auto& term : way.terms)
      term.weight *= equal;
    if (way.as_written) way.as_written->weight *= equal;
  }
  return ways;
}

Way WayMaker::instead(MatchKind kind, std::vector<Unit> const& units, double share,
                      double most_idf) const {
  Way way{.kind = kind, .unit = units.front(), .terms = {}, .as_written = {}};
  // Of words that were typed as one by mistake any place will do.
  way.side_by_side = units.size() > 1 && kind != MatchKind::typo;
  double least = most_idf;
  for (Unit const& unit : units) {
    std::string const term = index::stem_term({}, unit.stem);
    least = std::min(least, idf_of(term));
    way.terms.push_back({term, 0});
  }
  for (auto& term : way.terms)
    term.weight = share * least / static_cast<double>(way.terms.size());
  if (units.size() == 1) return way;
  way.unit.kind = way.side_by_side ? Unit::Kind::compound : Unit::Kind::several;
  way.unit.word.clear();
  way.unit.sequence.clear();
  for (Unit const& unit : units)
    way.unit.sequence.push_back(way.side_by_side ? unit.word : unit.stem);
  return way;
}

} // namespace recap::search
