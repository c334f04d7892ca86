// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/clause.hpp"

#include "index/ranking.hpp"

#include <utility>

namespace recap::search {

using Kind = Clause::Kind;

Clause everything() {
  return {.kind = Kind::everything};
}

Clause term_clause(std::string term, double weight) {
  Clause clause{.kind = Kind::term, .weight = weight};
  clause.terms.push_back(std::move(term));
  return clause;
}

Clause value_clause(std::string term, double weight) {
  // The impact of a value is 1.
  return term_clause(std::move(term), weight * index::largest_impact);
}

Clause phrase_clause(std::vector<std::string> terms, double weight) {
  if (terms.size() == 1) return term_clause(std::move(terms[0]), weight);
  return {.kind = Kind::phrase, .weight = weight, .terms = std::move(terms)};
}

Clause near_clause(std::vector<std::string> terms, std::uint32_t distance, double weight) {
  return {.kind = Kind::near, .weight = weight, .distance = distance, .terms = std::move(terms)};
}

Clause combined(Kind kind, std::vector<Clause> children) {
  if (children.empty()) return {};
  if (children.size() == 1) return std::move(children[0]);
  return {.kind = kind, .children = std::move(children)};
}

Clause all_of(std::vector<Clause> children) {
  return combined(Kind::all_of, std::move(children));
}

Clause any_of(std::vector<Clause> children) {
  return combined(Kind::any_of, std::move(children));
}

Clause best_of(std::vector<Clause> children) {
  return combined(Kind::best_of, std::move(children));
}

Clause without(Clause clause, Clause excluded) {
  Clause both{.kind = Kind::without};
  both.children.push_back(std::move(clause));
  both.children.push_back(std::move(excluded));
  return both;
}

Clause unweighed(Clause clause) {
  clause.weight = 0;
  // A clause that only adds to a score does nothing without scores.
  if (clause.kind == Kind::perhaps) return unweighed(std::move(clause.children[0]));
  for (Clause& child : clause.children)
    child = unweighed(std::move(child));
  return clause;
}

} // namespace recap::search
