// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/evaluated_text.hpp"
#include "searchd/search/query.hpp"
#include "searchd/search/request.hpp"
#include "searchd/search/snapshot.hpp"
#include "searchd/search/ways.hpp"

#include <xapian.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace recap::search {

/// With more words than this a query is a sentence: its articles are ranked as one list, since
/// hardly any has all the words, and having them all says little. Words that join others do not
/// count.
inline constexpr std::size_t most_tiered_words = 3;

/// A request as Xapian queries. Filters are left apart, so that each facet can be
/// counted without its own.
struct Plan {
  std::vector<PlannedUnit> words; ///< plain words: may be missing in relaxed hits
  std::vector<PlannedUnit> shown; ///< further units to highlight: phrases, groups, prefixes
  // Not Query::MatchAll: its reference count is shared by all threads, and not atomic.
  Xapian::Query required = Xapian::Query(std::string()); ///< operators of q: hold for every hit
  Xapian::Query excluded = Xapian::Query::MatchNothing;
  std::vector<std::pair<index::FieldId, Xapian::Query>> filters; ///< one a field, and the dates
  std::vector<Xapian::Query> conditions;                         ///< all hold, for facets too
  std::vector<Xapian::Query> preferred;                          ///< put an article before others
  std::optional<WeighedTerm> whole_title; ///< of articles whose title is q, where q is words alone
  bool asks = false;     ///< q has words, operators or filters, and not signs alone
  bool has_text = false; ///< q asks for words or phrases, so relevance means something
  bool is_sentence = false;
  bool completions_are_cut = false; ///< more words begin like the last one than are looked for
  std::string corrected;            ///< q with its unknown words put right; empty = none are
  std::string did_you_mean;         ///< q with rare words replaced by likely ones; empty = none are
  std::shared_ptr<EvaluatedText> evaluated; ///< of q; null = the words are looked for each time

  /// Articles with every required word. `without`: a field whose filter is left out.
  [[nodiscard]] Xapian::Query strict(std::optional<index::FieldId> without = std::nullopt) const;

  /// The same, a correction of a word being as good as the word: those of strict() among them.
  [[nodiscard]] Xapian::Query
  corrected_strict(std::optional<index::FieldId> without = std::nullopt) const;

  /// What is left of `query`, within the bounds of this plan, without the articles of strict(), or
  /// of corrected_strict() `with_corrections`.
  [[nodiscard]] Xapian::Query behind_all_words(Xapian::Query const& query,
                                               bool with_corrections) const;

  /// Articles with any of enough words, those of corrected_strict() among them: half of up to
  /// `most_tiered_words`, one of more. Precondition: words.size() > 1.
  [[nodiscard]] Xapian::Query relaxed(std::optional<index::FieldId> without = std::nullopt) const;

  /// True when a word has corrections.
  [[nodiscard]] bool corrects() const;

  /// Required words.
  [[nodiscard]] std::size_t required_words() const;

private:
  [[nodiscard]] Xapian::Query all_words(bool corrected) const;
  [[nodiscard]] Xapian::Query enough_words() const;
  /// `asked`, the words, and what else q asks for.
  [[nodiscard]] Xapian::Query text(Tier tier, Xapian::Query asked) const;
  [[nodiscard]] Xapian::Query bounded(Tier tier, Xapian::Query asked,
                                      std::optional<index::FieldId> without) const;
  [[nodiscard]] bool shares_text() const { return evaluated && has_text; }
};

/// Plans what `request` asks for as text: q with all that decides how it is read. The snapshot
/// tells which words there are. Throws BadRequest.
[[nodiscard]] Plan plan_text(Request const& request, QueryLimits const& limits,
                             Snapshot const& snapshot, Reader& reader);

/// Whether plan_text() makes the same of both.
[[nodiscard]] bool same_text(Request const& one, Request const& other);

/// Adds filters, conditions and dates of `request`. Throws BadRequest.
void plan_filters(Plan& plan, Request const& request, Reader& reader);

} // namespace recap::search
