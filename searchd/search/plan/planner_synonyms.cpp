// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/planner.hpp"

#include "index/ranking.hpp"

#include <algorithm>

namespace recap::search {
namespace {

using index::FieldId;

/// Names have no synonyms: who writes an author's name means that name.
bool has_synonyms(std::optional<FieldId> field) {
  return !field || field == FieldId::title || field == FieldId::topic;
}

} // namespace

/// Each word of a stretch that has synonyms is answered by each of them with a part of the weight,
/// so that an article with a synonym of all of them has all of them. A synonym never weighs more
/// than what was typed, however rare it is.
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
