// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/clause.hpp"
#include "searchd/search/match/segment.hpp"
#include "searchd/search/match/window.hpp"
#include "searchd/search/match/work.hpp"

#include <cstdint>
#include <limits>
#include <memory>

namespace recap::search {

/// Behind all articles.
inline constexpr std::uint32_t no_article = std::numeric_limits<std::uint32_t>::max();

/// A clause over the articles of one segment. Windows are asked for in their order; one may be left
/// out, none asked for twice.
class Evaluator {
public:
  virtual ~Evaluator() = default;

  /// Articles of the segment that may answer, at most: the length of the lists that name them.
  [[nodiscard]] virtual std::uint64_t size() const = 0;

  /// No article from `target` on, and before what it gives, answers; the first article of the next
  /// window asked for is at or behind `target`.
  [[nodiscard]] virtual std::uint32_t next(std::uint32_t target) = 0;

  /// Adds the score of each article of the window that answers to what `scores` has, or puts it
  /// there. Of articles that are not `among` these nothing is promised: they may be there or not.
  virtual void add(Window window, ArticleSet const& among, Scores& scores) = 0;

  /// The same, the better score counting in place of the sum.
  virtual void best(Window window, ArticleSet const& among, Scores& scores) = 0;

  /// The articles alone, in place of what `scores` has, none but those `among` these.
  void find(Window window, ArticleSet const& among, Scores& scores);
};

/// `segment` and `work` have to outlive it. Articles that are not live may answer.
[[nodiscard]] std::unique_ptr<Evaluator> evaluator(Clause const& clause, Segment& segment,
                                                   Work& work);

} // namespace recap::search
