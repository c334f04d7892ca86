// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/rank/pass.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace recap::search {

/// Result of one pass over all articles.
struct Matches {
  struct OfTier {
    std::vector<Ranked> best; ///< in order
    std::size_t total = 0;
  };
  std::array<OfTier, tier_count> tiers;
  std::size_t with_all = 0; ///< articles with all words, corrections being as good, and pinned ones
  std::vector<Ranked> pinned;     ///< those that meet the filters, in the editor's order
  std::size_t pinned_without = 0; ///< of these, how many lack words
  /// For each requested facet: over the articles with all words, and over those with enough.
  std::vector<FacetCounts> all_words;
  std::vector<FacetCounts> enough_words;
  bool is_partial = false; ///< the budget was used up before all articles were examined
};

/// Finds the articles that match a query. Keeps references only.
class Matching {
public:
  Matching(Reader& reader, Question const& question)
      : reader_(reader)
      , question_(question) {}

  [[nodiscard]] Matches run(PassRequest const& request);

  /// Ranks again the articles of a sentence that the last run() found, with `more` words adding to
  /// their scores; returns the first `most`.
  [[nodiscard]] std::vector<Ranked> run_again(std::span<WeighedTerm const> more, std::size_t most);

private:
  Reader& reader_;
  Question question_;
  std::vector<std::vector<Tally::Kept>> kept_; ///< by segment; only for a sentence
};

} // namespace recap::search
