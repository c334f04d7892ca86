// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

/// One query for several, without an operator around a single one. Precondition: not empty.
[[nodiscard]] Xapian::Query all_of(std::vector<Xapian::Query> const& queries);
[[nodiscard]] Xapian::Query any_of(std::vector<Xapian::Query> const& queries);

/// A query that no article matches. Xapian's MatchNothing is the empty query, which
/// to us means that nothing was asked.
[[nodiscard]] Xapian::Query nothing();

/// The words side by side, in the field of this prefix.
[[nodiscard]] Xapian::Query side_by_side(std::vector<std::string> const& sequence,
                                         std::string_view prefix);

/// The posting lists of a unit that is no phrase and no prefix.
[[nodiscard]] PlannedUnit plan_unit(Unit unit);

/// Prefix of the terms of the unit's field.
[[nodiscard]] std::string_view prefix_of(Unit const& unit);

/// Turns the tree of a query into posting lists, collecting units on the way.
class Planner {
public:
  /// `plan` is filled in by root(); all have to outlive the Planner.
  Planner(PlanningTools const& tools, Plan& plan)
      : database_(tools.database)
      , analyser_(tools.analyser)
      , synonyms_(tools.synonyms)
      , plan_(plan) {}

  /// The root's children: plain words apart, since they may be relaxed.
  void root(Node const& node);

  /// Days of publication from the first of `from` to the last of `to`; empty = open.
  [[nodiscard]] Xapian::Query date_range(std::string const& from, std::string const& to) const;

  /// The years there are from `from` to `to`; empty = open.
  [[nodiscard]] Xapian::Query year_range(std::string const& from, std::string const& to) const;

private:
  enum class Expansion { none, synonyms };

  Xapian::Query required_of(Node const& node);
  Xapian::Query combined(Node const& node);
  Xapian::Query negated(Node const& node);
  Xapian::Query group(std::vector<PlannedUnit> units, Expansion expansion);
  Xapian::Query phrase(Node const& node);
  Xapian::Query prefix(Node const& node);
  Xapian::Query near(Node const& node);
  std::vector<PlannedUnit> words(Node const& node);
  void add_synonyms(std::span<PlannedUnit> planned) const;
  [[nodiscard]] double idf_of(PlannedUnit const& planned) const;
  void check_completions(Node const& node, std::string const& begin) const;

  Xapian::Database const& database_;
  text::Analyser& analyser_;
  Synonyms const& synonyms_;
  Plan& plan_;
  bool expands_ = true; ///< words by their synonyms
};

} // namespace recap::search
