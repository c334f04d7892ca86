// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan.hpp"
#include "searchd/search/snapshot.hpp"

#include <xapian.h>

#include <span>
#include <vector>

namespace recap::search {

/// An article and what its score is made of: (words + closeness) * recency.
struct Ranked {
  Xapian::docid id = 0;
  double words = 0;
  double closeness = 0;
  double recency = 1;
  Tier tier = Tier::typed; ///< it was found in

  [[nodiscard]] double score() const { return (words + closeness) * recency; }
};

/// The words that weigh most in the articles found first for a sentence, weighed to be added to
/// its query (index::feedback_share). `best`: by descending score.
[[nodiscard]] std::vector<WeighedTerm> feedback_words(Reader& reader, Plan const& plan,
                                                      std::span<Ranked const> best);

} // namespace recap::search
