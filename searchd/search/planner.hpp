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

/// Turns the tree of a query into posting lists, collecting units on the way.
class Planner {
public:
  /// `plan` is filled in by root(); both have to outlive the Planner. `expands`: words by their
  /// synonyms.
  Planner(Reader& reader, Plan& plan, bool expands = true)
      : reader_(reader)
      , database_(reader.database)
      , analyser_(reader.analyser)
      , synonyms_(*reader.synonyms)
      , ways_(reader)
      , plan_(plan)
      , expands_(expands) {}

  /// The root's children: plain words apart, since they may be relaxed.
  void root(Node const& node);

  /// Days of publication from the first of `from` to the last of `to`; empty = open.
  [[nodiscard]] Xapian::Query date_range(std::string const& from, std::string const& to) const;

  /// The years there are from `from` to `to`; empty = open.
  [[nodiscard]] Xapian::Query year_range(std::string const& from, std::string const& to) const;

private:
  Xapian::Query required_of(Node const& node);
  Xapian::Query combined(Node const& node);
  Xapian::Query negated(Node const& node);
  Xapian::Query group(std::vector<PlannedUnit> units);
  Xapian::Query expanded_group(std::vector<PlannedUnit> units);
  void add_synonyms(std::span<PlannedUnit> planned) const;
  Xapian::Query phrase(Node const& node);
  Xapian::Query prefix(Node const& node);
  Xapian::Query near(Node const& node);
  std::vector<PlannedUnit> words(Node const& node);
  std::vector<Unit> units(Node const& node);
  void plan_words(std::vector<Unit> plain);
  void check_completions(Node const& node, std::string const& begin) const;

  Reader& reader_;
  Xapian::Database const& database_;
  text::Analyser& analyser_;
  Synonyms const& synonyms_;
  WayMaker ways_;
  Plan& plan_;
  bool expands_;
  bool weighs_ = true; ///< false in what is excluded
};

} // namespace recap::search
