// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/matching.hpp"

#include "searchd/search/match/walk.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace recap::search {
namespace {

std::vector<Ranked> ranked(std::vector<Match> const& matches, Tier tier) {
  std::vector<Ranked> ranked;
  ranked.reserve(matches.size());
  for (auto const& match : matches)
    ranked.push_back(
        {.id = match.id, .tier = tier, .answered = match.answered, .words = match.weight});
  return ranked;
}

/// In the editor's order.
void add_pinned(Matches& found, std::vector<Tally::Pinned> const& met, Chosen const& chosen) {
  for (auto const& one : chosen.pinned) {
    auto const known = std::ranges::find_if(
        met, [&](Tally::Pinned const& pinned) { return pinned.match.id == one.id; });
    if (known == met.end()) continue;
    auto const& [match, tier] = *known;
    found.pinned.push_back({.id = match.id,
                            .tier = tier.value_or(Tier::relaxed),
                            .answered = match.answered,
                            .words = match.weight,
                            .is_pinned = true});
    if (!tier) ++found.pinned_without;
  }
}

} // namespace

Matches Matching::run(PassRequest const& request) {
  Tally tally(question_.snapshot, request);
  Matches found;
  for (auto const& segment : reader_.segments()) {
    auto const pass = std::make_unique<Pass>(question_, request, *segment, tally);
    auto const next_article = [&](std::uint32_t target) { return pass->next(target); };
    bool const whole = for_each_window(*segment, question_.work, next_article, [&](Window window) {
      pass->look_at(window);
      return true;
    });
    found.is_partial = found.is_partial || !whole;
  }
  found.is_partial = found.is_partial || question_.work.is_over();
  for (std::size_t i = 0; i < tier_count; ++i)
    found.tiers[i] = {.best = ranked(tally.tops[i].take(), static_cast<Tier>(i)),
                      .total = tally.totals[i]};
  found.with_all = tally.with_all;
  add_pinned(found, tally.pinned, question_.chosen);
  found.all_words = std::move(tally.all_words);
  found.enough_words = std::move(tally.enough_words);
  kept_ = std::move(tally.kept);
  return found;
}

std::vector<Ranked> Matching::run_again(std::span<WeighedTerm const> more, std::size_t most) {
  std::vector<Clause> words;
  for (auto const& [term, weight] : more)
    words.push_back(term_clause(term, weight));
  Clause const clause = any_of(std::move(words));
  Top top(MatchOrder::weight, most);
  auto const scores = std::make_unique<Scores>();
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    auto& segment = *reader_.segments()[i];
    auto const added = evaluator(clause, segment, question_.work);
    auto next = kept_[i].cbegin();
    auto const next_article = [&](std::uint32_t) {
      return next == kept_[i].cend() ? no_article : next->article;
    };
    static_cast<void>(for_each_window(segment, question_.work, next_article, [&](Window window) {
      auto const first = next;
      ArticleSet among;
      for (; next != kept_[i].cend() && next->article < window.end; ++next)
        among.add(next->article - window.first);
      added->find(window, among, *scores);
      for (auto at = first; at != next; ++at) {
        Match match = at->match;
        auto const place = at->article - window.first;
        if (scores->articles.has(place)) match.weight += scores->score[place];
        top.add(match);
      }
      return true;
    }));
  }
  return ranked(top.take(), Tier::relaxed);
}

} // namespace recap::search
