// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/places.hpp"

#include "index/fields.hpp"
#include "searchd/search/match/word_order.hpp"

#include <algorithm>

namespace recap::search {

std::vector<std::uint32_t> Places::together(Xapian::docid id, Way const& way) {
  PositionLists lists;
  lists.reserve(way.terms.size());
  for (auto const& [term, weight] : way.terms)
    lists.push_back(reader_.positions(id, term));
  return side_by_side(lists);
}

/// A beginning, or a noun inside longer words: all words that could have it are looked at.
std::vector<std::uint32_t> Places::among_words(Xapian::docid id, Way const& way) {
  bool const begins = way.kind == MatchKind::prefix;
  std::string const& sought = begins ? way.unit.word : way.unit.stem;
  if (words_of_ != id) words_ = reader_.words(id);
  words_of_ = id;
  std::vector<std::uint32_t> found;
  std::string_view const least = begins ? std::string_view(sought) : "\x80";
  for (auto word = std::ranges::lower_bound(words_, least); word != words_.end(); ++word) {
    auto const at = word->find(sought);
    if (begins && at != 0) break;
    if (at == std::string::npos) continue;
    auto const positions = reader_.positions(id, *word);
    found.insert(found.end(), positions.begin(), positions.end());
  }
  std::ranges::sort(found);
  return found;
}

std::vector<std::uint32_t> Places::of(Xapian::docid id, Way const& way) {
  if (way.kind == MatchKind::inside) {
    if (reader_.impact(id, index::stem_term({}, way.unit.stem)) > 0) return {};
    return among_words(id, way);
  }
  if (way.terms.empty()) return among_words(id, way);
  return way.side_by_side ? together(id, way) : reader_.positions(id, way.terms.front().term);
}

bool Places::answers(Xapian::docid id, Way const& way) {
  bool const has_all = std::ranges::all_of(
      way.terms, [&](auto const& term) { return reader_.impact(id, term.term) > 0; });
  if (!has_all) return false;
  return way.terms.size() < 2 || !way.side_by_side || !together(id, way).empty();
}

} // namespace recap::search
