// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/query.hpp"
#include "searchd/search/request.hpp"
#include "searchd/search/synonyms.hpp"
#include "searchd/search/units.hpp"

#include <xapian.h>

#include <optional>
#include <vector>

namespace recap::search {

/// A unit and the posting lists that answer it.
struct PlannedUnit {
  Unit unit;
  Xapian::Query query;
  std::vector<std::string> direct_terms; ///< an article with any of these has the unit,
  std::vector<std::string> joint_terms;  ///< and so has one with all of these
  /// What means the same and is found too, with less weight; part of `query` already.
  std::vector<PlannedUnit> synonyms;
};

/// A request as Xapian queries. Filters are left apart, so that each facet can be
/// counted without its own.
struct Plan {
  std::vector<PlannedUnit> words; ///< plain words: may be missing in relaxed hits
  std::vector<PlannedUnit> shown; ///< further units to highlight: phrases, groups, prefixes
  Xapian::Query required = Xapian::Query::MatchAll; ///< operators of q: hold for every hit
  Xapian::Query excluded = Xapian::Query::MatchNothing;
  std::vector<std::pair<index::FieldId, Xapian::Query>> filters; ///< one a field, and the dates
  std::vector<Xapian::Query> conditions;                         ///< all hold, for facets too
  bool has_text = false; ///< q asks for words or phrases, so relevance means something

  /// Articles with every word. `without`: a field whose filter is left out.
  [[nodiscard]] Xapian::Query strict(std::optional<index::FieldId> without = std::nullopt) const;

  /// Articles with any of enough words, those of strict() among them: half of up to
  /// `most_tiered_words`, one of more. Precondition: words.size() > 1.
  [[nodiscard]] Xapian::Query relaxed(std::optional<index::FieldId> without = std::nullopt) const;

private:
  [[nodiscard]] Xapian::Query bounded(Xapian::Query query,
                                      std::optional<index::FieldId> without) const;
};

/// With more words than this a query is a sentence: its articles are ranked as one list, since
/// hardly any has all the words, and having them all says little.
inline constexpr std::size_t most_tiered_words = 5;

/// What a plan is made with.
struct PlanningTools {
  Xapian::Database const& database; ///< tells which years and dates there are, and how rare a word
  text::Analyser& analyser;
  Synonyms const& synonyms;
};

/// Plans `request`. Throws BadRequest.
[[nodiscard]] Plan make_plan(Request const& request, QueryLimits const& limits,
                             PlanningTools const& tools);

} // namespace recap::search
