// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/reader.hpp"
#include "searchd/search/plan/planner.hpp"
#include "searchd/search/query/synonyms.hpp"

#include "index/ranking.hpp"

#include <algorithm>

namespace recap::search {
namespace {

using index::FieldId;

/// Authors' names have no synonyms.
bool has_synonyms(std::optional<FieldId> field) {
  return !field || field == FieldId::title || field == FieldId::topic;
}

} // namespace

/// A synonym of several query words becomes an alternative of each of them, with a share of the
/// weight, so that an article with the synonym has all of them. A synonym never weighs more than
/// the words as typed, however rare it is.
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
        typed += alternatives_.idf_of(index::stem_term(prefix_of(word.unit), word.unit.stem));
      double const share = index::synonym_factor / static_cast<double>(stretch.size());
      for (Unit alternative : *match.alternatives) {
        alternative.field = field;
        auto const alternatives = alternatives_.synonym(alternative, share, typed);
        for (auto& word : stretch)
          word.alternatives.insert(word.alternatives.end(), alternatives.begin(),
                                   alternatives.end());
      }
    }
    begin += units.size();
  }
}

} // namespace recap::search
