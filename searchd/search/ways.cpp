// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/ways.hpp"

#include "index/ranking.hpp"
#include "searchd/search/arrangement.hpp"
#include "searchd/search/idf.hpp"
#include "searchd/search/matching.hpp"
#include "searchd/search/terms.hpp"

#include <algorithm>

namespace recap::search {
namespace {

using Xapian::Query;

Query weighed(WeighedTerm const& term) {
  return search::weighed(query_of_term(term.term), term.weight);
}

Query side_by_side(Way const& way) {
  return {Query::OP_SCALE_WEIGHT, way.together, way.terms.front().weight};
}

} // namespace

void look_together(Reader& reader, Way& way) {
  if (!way.side_by_side || way.terms.size() < 2) return;
  std::vector<std::string> terms;
  for (auto const& [term, weight] : way.terms)
    terms.push_back(term);
  way.together = phrase_query(reader, std::move(terms));
}

std::string_view prefix_of(Unit const& unit) {
  return unit.field ? index::field(*unit.field).word_prefix : std::string_view();
}

Query query_of(Way const& way) {
  if (way.terms.empty()) return {};
  std::vector<Query> terms;
  for (auto const& term : way.terms)
    terms.push_back(weighed(term));
  Query query = terms.size() == 1  ? terms[0]
                : way.side_by_side ? side_by_side(way)
                                   : Query(Query::OP_AND, terms.begin(), terms.end());
  if (way.as_written) query = Query(Query::OP_AND_MAYBE, query, weighed(*way.as_written));
  return query;
}

Query PlannedUnit::query(bool corrected) const {
  Query word;
  Query inside;
  std::vector<Query> best;
  for (Way const& way : ways) {
    if (way.kind == MatchKind::typo && !corrected) continue;
    Query query = query_of(way);
    if (way.kind == MatchKind::word) {
      word = std::move(query);
    } else if (way.kind == MatchKind::inside) {
      inside = std::move(query);
    } else {
      best.push_back(std::move(query));
    }
  }
  if (word.empty() || inside.empty()) {
    best.push_back(word.empty() ? inside : word);
  } else if (best.empty()) {
    return {Query::OP_OR, word, inside};
  } else {
    // Xapian 1.4 takes OP_MAX over an OP_OR for OP_MAX over its parts.
    best.push_back({Query::OP_AND_MAYBE, word, inside});
    best.push_back(inside);
  }
  std::erase_if(best, [](Query const& query) { return query.empty(); });
  if (best.empty()) return {};
  return best.size() == 1 ? best[0] : Query(Query::OP_MAX, best.begin(), best.end());
}

Query PlannedUnit::unweighed(bool corrected) const {
  std::vector<Query> any;
  for (Way way : ways) {
    way.as_written.reset();
    bool const applies = way.kind != MatchKind::typo || corrected;
    if (Query query = query_of(way); applies && !query.empty()) any.push_back(std::move(query));
  }
  return Query(Query::OP_OR, any.begin(), any.end());
}

bool PlannedUnit::is_corrected() const {
  return std::ranges::any_of(ways, [](Way const& way) { return way.kind == MatchKind::typo; });
}

double WayMaker::articles_with(std::string const& term) const {
  return reader_.articles_with(term);
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
  look_together(reader_, way);
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
  look_together(reader_, way);
  if (units.size() == 1) return way;
  way.unit.kind = way.side_by_side ? Unit::Kind::compound : Unit::Kind::several;
  way.unit.word.clear();
  way.unit.sequence.clear();
  for (Unit const& unit : units)
    way.unit.sequence.push_back(way.side_by_side ? unit.word : unit.stem);
  return way;
}

} // namespace recap::search
