// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/places.hpp"

#include "index/fields.hpp"
#include "searchd/search/match/word_order.hpp"
#include "searchd/search/plan/planner.hpp"

#include <algorithm>

namespace recap::search {

std::vector<std::uint32_t> Places::together(Xapian::docid id, Way const& way) {
  PositionLists lists;
  lists.reserve(way.terms.size());
  for (auto const& [term, weight] : way.terms)
    lists.push_back(reader_.positions(id, term));
  return side_by_side(lists);
}

/// All words of the index that begin so are looked for in the article.
std::vector<std::uint32_t> Places::beginning(Xapian::docid id, Way const& way) {
  auto const begin = index::word_term(prefix_of(way.unit), way.unit.word);
  if (beginning_ != begin) completions_ = reader_.terms_beginning(begin, most_prefix_completions);
  beginning_ = begin;
  std::vector<std::uint32_t> found;
  for (auto const& word : completions_) {
    auto const positions = reader_.positions(id, word);
    found.insert(found.end(), positions.begin(), positions.end());
  }
  std::ranges::sort(found);
  return found;
}

std::vector<std::uint32_t> Places::of(Xapian::docid id, Way const& way) {
  if (way.kind == MatchKind::inside) {
    bool const stands_alone = reader_.impact(id, index::stem_term({}, way.unit.stem)) > 0;
    if (stands_alone || !answers(id, way)) return {};
    return reader_.positions_inside(id, way.unit.stem);
  }
  if (way.terms.empty()) return beginning(id, way);
  return way.side_by_side ? together(id, way) : reader_.positions(id, way.terms.front().term);
}

bool Places::answers(Xapian::docid id, Way const& way) {
  bool const has_all = std::ranges::all_of(
      way.terms, [&](auto const& term) { return reader_.impact(id, term.term) > 0; });
  if (!has_all) return false;
  return way.terms.size() < 2 || !way.side_by_side || !together(id, way).empty();
}

} // namespace recap::search
