// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/closeness.hpp"
#include "searchd/search/feedback.hpp"
#include "searchd/search/matching.hpp"
#include "searchd/search/recency.hpp"

#include <xapian.h>

#include <cstddef>
#include <vector>

namespace recap::search {

/// A stretch of an order of articles.
struct Found {
  std::vector<Ranked> articles;
  std::size_t total = 0; ///< of the whole order
  bool exact = true;     ///< false: total is a lower bound
};

/// Runs the queries of one plan and orders what they match. Keeps references only.
class Retrieval {
public:
  Retrieval(Snapshot const& snapshot, Reader& reader, Plan const& plan, Sort sort, double recency);

  /// Articles [offset, offset + limit) in order. By relevance, the first ranking_window of the
  /// order have been looked at for closeness and recency.
  [[nodiscard]] Found find(Xapian::Query const& query, std::size_t offset, std::size_t limit);

  /// The same for a sentence, with a second look (index::feedback_share).
  [[nodiscard]] Found find_sentence(Xapian::Query const& query, std::size_t offset,
                                    std::size_t limit);

  /// The words that the second look added.
  [[nodiscard]] std::vector<WeighedTerm> const& feedback() const { return feedback_; }

private:
  [[nodiscard]] MatchOrder order() const;
  [[nodiscard]] Found run(Xapian::Query const& query, Stretch stretch) const;
  void look_closer(std::vector<Ranked>& articles);

  Reader& reader_;
  Plan const& plan_;
  Sort sort_;
  Closeness closeness_;
  Recency recency_;
  std::vector<WeighedTerm> feedback_;
};

} // namespace recap::search
