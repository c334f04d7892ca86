// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/best_matches.hpp"

#include "searchd/search/match/evaluator.hpp"
#include "searchd/search/match/walk.hpp"

#include <memory>

namespace recap::search {
namespace {

/// Calls `function(window, segment, found)` with the matching articles of each window, until it
/// returns false.
template <typename Function>
void for_each_found(Reader& reader, Clause const& clause, Work& work, Function function) {
  auto const scores = std::make_unique<Scores>();
  bool goes_on = true;
  for (auto const& segment : reader.segments()) {
    auto const found = evaluator(clause, *segment, work);
    auto const next = [&](std::uint32_t target) { return found->next(target); };
    static_cast<void>(for_each_window(*segment, work, next, [&](Window window) {
      found->find(window, all_articles(window), *scores);
      remove_dead(*segment, window, scores->articles);
      goes_on = scores->articles.empty() || function(window, *segment, *scores);
      return goes_on;
    }));
    if (!goes_on) return;
  }
}

} // namespace

std::vector<Match> best_matches(Reader& reader, Clause const& clause, std::size_t most,
                                Work& work) {
  Top top(MatchOrder::weight, most);
  for_each_found(reader, clause, work, [&](Window window, Segment& segment, Scores const& found) {
    found.articles.for_each([&](std::uint32_t place) {
      top.add({.id = segment.docid(window.first + place), .weight = found.score[place]});
    });
    return true;
  });
  return top.take();
}

Xapian::docid first_match(Reader& reader, Clause const& clause, Work& work) {
  Xapian::docid first = 0;
  for_each_found(reader, clause, work, [&](Window window, Segment& segment, Scores const& found) {
    found.articles.for_each([&](std::uint32_t place) {
      if (first == 0) first = segment.docid(window.first + place);
    });
    return false;
  });
  return first;
}

} // namespace recap::search
