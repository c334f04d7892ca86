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

/// Greater than every article.
inline constexpr std::uint32_t no_article = std::numeric_limits<std::uint32_t>::max();

/// Evaluates a clause over the articles of one segment. Windows must ascend; they may be skipped,
/// but not repeated.
class Evaluator {
public:
  virtual ~Evaluator() = default;

  /// Upper bound of the matching articles in the segment: the length of the posting lists.
  [[nodiscard]] virtual std::uint64_t size() const = 0;

  /// Returns a lower bound of the first match from `target` on. The next window must begin at or
  /// after `target`.
  [[nodiscard]] virtual std::uint32_t next(std::uint32_t target) = 0;

  /// Adds the score of each matching article in the window to `scores`, inserting the article if
  /// needed. Articles that are not in `among` may be left out.
  virtual void add(Window window, ArticleSet const& among, Scores& scores) = 0;

  /// As add(), but keeps the better score instead of the sum.
  virtual void best(Window window, ArticleSet const& among, Scores& scores) = 0;

  /// Replaces `scores` by the matching articles among `among`, without scores.
  void find(Window window, ArticleSet const& among, Scores& scores);
};

/// `segment` and `work` must outlive it. Articles that are not live may match.
[[nodiscard]] std::unique_ptr<Evaluator> evaluator(Clause const& clause, Segment& segment,
                                                   Work& work);

} // namespace recap::search
