// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/term_positions.hpp"

#include "index/fields.hpp"
#include "searchd/search/match/word_order.hpp"
#include "searchd/search/plan/planner.hpp"

#include <algorithm>

namespace recap::search {

std::vector<std::uint32_t> TermPositions::together(Xapian::docid id,
                                                   Alternative const& alternative) {
  PositionLists lists;
  lists.reserve(alternative.terms.size());
  for (auto const& [term, weight] : alternative.terms)
    lists.push_back(reader_.positions(id, term));
  return side_by_side(lists);
}

/// Looks up all words of the index with this prefix in the article.
std::vector<std::uint32_t> TermPositions::beginning(Xapian::docid id,
                                                    Alternative const& alternative) {
  auto const begin = index::word_term(prefix_of(alternative.unit), alternative.unit.word);
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

std::vector<std::uint32_t> TermPositions::of(Xapian::docid id, Alternative const& alternative) {
  if (alternative.kind == MatchKind::inside) {
    bool const stands_alone = reader_.impact(id, index::stem_term({}, alternative.unit.stem)) > 0;
    if (stands_alone || !answers(id, alternative)) return {};
    return reader_.positions_inside(id, alternative.unit.stem);
  }
  if (alternative.terms.empty()) return beginning(id, alternative);
  return alternative.side_by_side ? together(id, alternative)
                                  : reader_.positions(id, alternative.terms.front().term);
}

bool TermPositions::answers(Xapian::docid id, Alternative const& alternative) {
  bool const has_all = std::ranges::all_of(
      alternative.terms, [&](auto const& term) { return reader_.impact(id, term.term) > 0; });
  if (!has_all) return false;
  return alternative.terms.size() < 2 || !alternative.side_by_side ||
         !together(id, alternative).empty();
}

} // namespace recap::search
