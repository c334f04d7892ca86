// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/reader.hpp"

#include <xapian.h>

#include <cstddef>
#include <vector>

namespace recap::search {

/// How the articles that a query matches are ordered; those alike by their numbers.
enum class MatchOrder : std::uint8_t {
  weight,
  newest,
  oldest,
  weight_then_newest,
  weight_then_oldest,
};

/// Which part of the order is asked for.
struct Stretch {
  std::size_t first = 0;
  std::size_t count = 0;
  Xapian::doccount counted = 0; ///< articles behind `first` up to which totals are exact
  bool reads = false;           ///< other hosts send the articles too: they are looked at next
};

/// What there is of it.
struct Matches {
  struct Article {
    Xapian::docid id = 0;
    double weight = 0; ///< 0 by date alone
  };
  std::vector<Article> articles;
  std::size_t total = 0; ///< of the whole order
  bool exact = true;     ///< false: total is a lower bound
};

/// What `query` matches in all shards. A term weighs by OP_SCALE_WEIGHT times its
/// wdf, which for words is their impact (weighed()), for whole values 1: no statistics of Xapian's
/// are used, so it makes no difference how the articles are spread. Throws Xapian::Error.
[[nodiscard]] Matches match(Reader& reader, Xapian::Query const& query, MatchOrder order,
                            Stretch const& stretch);

/// One of the articles, the first of a shard that has one; 0 when there is none.
[[nodiscard]] Xapian::docid first_article(Reader& reader, Xapian::Query const& query);

/// True when there is one at least.
[[nodiscard]] bool matches_any(Reader& reader, Xapian::Query const& query);

/// Sets the weighting of match().
void weigh_by_impact(Xapian::Enquire& enquire, ShardGroup const& group);

/// `query`, the weights of whose terms are their impacts, so that the largest impact weighs
/// `weight`.
[[nodiscard]] Xapian::Query weighed(Xapian::Query const& query, double weight);

} // namespace recap::search
