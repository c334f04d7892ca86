// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/clause.hpp"
#include "searchd/search/plan/alternatives.hpp"
#include "searchd/search/query/query.hpp"
#include "searchd/search/request.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace recap::search {

class Reader;
class Snapshot;

/// A query with more words than this is a sentence: its articles are ranked as one list, because
/// hardly any has all words. Stop words do not count, unless there are no other words. With 5,
/// nDCG@10 of kowiki-dev is 0.627 (docs/relevance.md).
inline constexpr std::size_t most_tiered_words = 3;

/// Number of words that have a bit of their own in 64-bit masks. Later words, which only
/// QueryLimits::terms above the default allows, share the last bit: an article with one of them
/// counts as having them all.
inline constexpr std::size_t most_masked_words = 64;
[[nodiscard]] constexpr std::uint64_t word_bit(std::size_t word) {
  return std::uint64_t{1} << std::min(word, most_masked_words - 1);
}

/// A word of Plan::corrected, and the word typed in q.
struct CorrectedWord {
  std::size_t begin = 0; ///< first byte in Plan::corrected
  std::size_t end = 0;   ///< one past the last
  std::string typed;
};

/// A query, planned.
struct Plan {
  std::vector<PlannedUnit> words; ///< plain words, which relaxed hits may lack
  std::vector<PlannedUnit> shown; ///< further units to highlight: phrases, groups, prefixes
  std::optional<Clause> required; ///< operators: every hit must match
  std::optional<Clause> excluded;
  std::optional<WeighedTerm> whole_title; ///< of articles whose title is q, if q has only words
  bool asks = false;     ///< q has words, operators or filters, not just punctuation
  bool has_text = false; ///< q has words or phrases, so that relevance is meaningful
  bool is_sentence = false;
  bool completions_are_cut = false; ///< more words begin with the last one than are considered
  std::string corrected;            ///< q with its unknown words corrected; empty = no correction
  std::vector<CorrectedWord> corrected_words; ///< ascending
  bool is_corrected = false;                  ///< `words` are those of `corrected`
  std::string did_you_mean; ///< q with rare words replaced by likelier ones; empty = none

  [[nodiscard]] std::size_t required_words() const;
};

/// The conditions of a request besides q. Filters are kept separate, so that each facet can be
/// counted without its own.
struct Filters {
  std::vector<std::pair<index::FieldId, Clause>> fields; ///< one per field, and the dates
  std::vector<Clause> conditions;                        ///< all must hold, for facets too
  std::vector<Clause> preferred;                         ///< rank an article above others
};

/// Plans the text of `request`: q, and everything that affects how it is read. The snapshot
/// provides the vocabulary. Throws BadRequest.
[[nodiscard]] Plan plan_text(Request const& request, QueryLimits const& limits,
                             Snapshot const& snapshot, Reader& reader);

/// Whether plan_text() gives the same plan for both.
[[nodiscard]] bool same_text(Request const& one, Request const& other);

/// Plans filters, conditions and dates of `request`. Throws BadRequest.
[[nodiscard]] Filters plan_filters(Request const& request, Reader& reader);

} // namespace recap::search
