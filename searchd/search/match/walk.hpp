// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/segment.hpp"
#include "searchd/search/match/window.hpp"
#include "searchd/search/match/work.hpp"

#include <algorithm>

namespace recap::search {

/// Calls `function(window)` for the windows of a segment, skipping as far as `next(article)`
/// allows, until it returns false or the budget is used up. Returns false in the latter case.
template <typename Next, typename Function>
[[nodiscard]] bool for_each_window(Segment const& segment, Work& work, Next next,
                                   Function function) {
  for (std::uint32_t from = next(0); from < segment.end();) {
    if (work.is_over()) return false;
    std::uint32_t const first = from / window_articles * window_articles;
    Window const window{first, std::min(segment.end(), first + window_articles)};
    if (!function(window)) return true;
    from = window.end < segment.end() ? next(window.end) : window.end;
  }
  return true;
}

/// Removes articles that are not live.
inline void remove_dead(Segment const& segment, Window window, ArticleSet& articles) {
  if (segment.all_live()) return;
  auto const all = articles;
  all.for_each([&](std::uint32_t place) {
    if (!segment.is_live(window.first + place)) articles.remove(place);
  });
}

/// Every number in the window, live or not.
[[nodiscard]] inline ArticleSet all_articles(Window window) {
  ArticleSet all;
  all.fill(window.size());
  return all;
}

} // namespace recap::search
