// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/clause.hpp"
#include "searchd/search/match/snapshot.hpp"
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

/// With more words than this a query is a sentence: its articles are ranked as one list, since
/// hardly any has all the words, and having them all says little. Words that join others do not
/// count, unless there are no others.
inline constexpr std::size_t most_tiered_words = 3;

/// The bit by which a word of a plan is told in masks of 64. Words behind the 63rd, which only
/// larger QueryLimits::terms than the default allow, share the last one: an article that has one of
/// them counts as having them all.
inline constexpr std::size_t told_apart = 64;
[[nodiscard]] constexpr std::uint64_t word_bit(std::size_t word) {
  return std::uint64_t{1} << std::min(word, told_apart - 1);
}

/// A word of Plan::corrected, and what stands there in q.
struct CorrectedWord {
  std::size_t begin = 0; ///< first byte in Plan::corrected
  std::size_t end = 0;   ///< one past the last
  std::string typed;
};

/// What q asks for.
struct Plan {
  std::vector<PlannedUnit> words; ///< plain words: may be missing in relaxed hits
  std::vector<PlannedUnit> shown; ///< further units to highlight: phrases, groups, prefixes
  std::optional<Clause> required; ///< operators: hold for every hit
  std::optional<Clause> excluded;
  std::optional<WeighedTerm> whole_title; ///< of articles whose title is q, where q is words alone
  bool asks = false;     ///< q has words, operators or filters, and not signs alone
  bool has_text = false; ///< q asks for words or phrases, so relevance means something
  bool is_sentence = false;
  bool completions_are_cut = false; ///< more words begin like the last one than are looked for
  std::string corrected;            ///< q with its unknown words put right; empty = none are
  std::vector<CorrectedWord> corrected_words; ///< ascending
  bool is_corrected = false;                  ///< `words` are those of `corrected`
  std::string did_you_mean; ///< q with rare words replaced by likely ones; empty = none are

  [[nodiscard]] std::size_t required_words() const;
};

/// What a request asks for beside q. Filters are apart, so that each facet can be counted without
/// its own.
struct Filters {
  std::vector<std::pair<index::FieldId, Clause>> fields; ///< one a field, and the dates
  std::vector<Clause> conditions;                        ///< all hold, for facets too
  std::vector<Clause> preferred;                         ///< put an article before others
};

/// Plans what `request` asks for as text: q with all that decides how it is read. The snapshot
/// tells which words there are. Throws BadRequest.
[[nodiscard]] Plan plan_text(Request const& request, QueryLimits const& limits,
                             Snapshot const& snapshot, Reader& reader);

/// Whether plan_text() makes the same of both.
[[nodiscard]] bool same_text(Request const& one, Request const& other);

/// Plans filters, conditions and dates of `request`. Throws BadRequest.
[[nodiscard]] Filters plan_filters(Request const& request, Reader& reader);

} // namespace recap::search
