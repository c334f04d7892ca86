// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/planner.hpp"

#include "index/ranking.hpp"

#include <algorithm>
#include <cmath>

namespace recap::search {
namespace {

using index::FieldId;
using Xapian::Query;

/// Names have no synonyms: who writes an author's name means that name.
bool has_synonyms(std::optional<FieldId> field) {
  return !field || field == FieldId::title || field == FieldId::topic;
}

PlannedUnit plan_synonym(Unit unit, std::optional<FieldId> field) {
  unit.field = field;
  if (unit.kind != Unit::Kind::phrase) return plan_unit(std::move(unit));
  PlannedUnit planned;
  auto const prefix = prefix_of(unit);
  planned.query = side_by_side(unit.sequence, prefix);
  for (auto const& word : unit.sequence)
    planned.joint_terms.push_back(index::word_term(prefix, word));
  planned.unit = std::move(unit);
  return planned;
}

} // namespace

/// Of a phrase, the sum over its words, as its posting lists add up.
double Planner::idf_of(PlannedUnit const& planned) const {
  auto const articles = static_cast<double>(database_.get_doccount());
  auto const& terms = planned.direct_terms.empty() ? planned.joint_terms : planned.direct_terms;
  std::size_t const counted = planned.direct_terms.empty() ? terms.size() : 1;
  double sum = 0;
  for (std::size_t i = 0; i < counted; ++i) {
    double const with = database_.get_termfreq(terms[i]);
    sum += std::log(1 + (articles - with + 0.5) / (with + 0.5));
  }
  return sum;
}

/// Each word of a stretch that has synonyms is answered by each of them with a part of the weight,
/// so that an article with a synonym of all of them has all of them. A synonym never weighs more
/// than what was typed, however rare it is, and adds nothing to it.
void Planner::add_synonyms(std::span<PlannedUnit> planned) const {
  for (std::size_t begin = 0; begin < planned.size();) {
    auto const field = planned[begin].unit.field;
    std::vector<Unit> units;
    while (begin + units.size() < planned.size() &&
           planned[begin + units.size()].unit.field == field)
      units.push_back(planned[begin + units.size()].unit);
    auto const matches = has_synonyms(field) ? synonyms_.find(units) : std::vector<SynonymMatch>();
    for (auto const& match : matches) {
      auto const stretch = planned.subspan(begin + match.first, match.count);
      double typed = 0;
      for (auto const& word : stretch)
        typed += idf_of(word);
      for (auto const& alternative : *match.alternatives) {
        PlannedUnit const synonym = plan_synonym(alternative, field);
        double const own = idf_of(synonym);
        double const equal = own > typed ? typed / own : 1;
        double const factor = index::synonym_factor * equal / static_cast<double>(stretch.size());
        for (auto& word : stretch) {
          word.query = Query(Query::OP_MAX, word.query,
                             Query(Query::OP_SCALE_WEIGHT, synonym.query, factor));
          word.synonyms.push_back(synonym);
        }
      }
    }
    begin += units.size();
  }
}

} // namespace recap::search
