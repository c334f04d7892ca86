// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan/plan.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

/// Words that a `word*` may stand for; one more is refused rather than cut.
inline constexpr std::size_t most_prefix_completions = 1000;

/// Turns the tree of a query into clauses, collecting units on the way.
class Planner {
public:
  /// `plan` is filled in by root(); both have to outlive the Planner. `expands`: words by their
  /// synonyms.
  Planner(Reader& reader, Plan& plan, bool expands = true)
      : reader_(reader)
      , analyser_(reader.analyser)
      , synonyms_(*reader.levers.synonyms)
      , alternatives_(reader)
      , plan_(plan)
      , expands_(expands) {}

  /// The root's children: plain words apart, since they may be relaxed.
  void root(Node const& node);

private:
  /// Nothing where a node asks for nothing (punctuation): that excludes and requires nothing.
  std::optional<Clause> required_of(Node const& node);
  std::optional<Clause> combined(Node const& node);
  std::optional<Clause> negated(Node const& node);
  std::optional<Clause> group(std::vector<PlannedUnit> units);
  std::optional<Clause> expanded_group(std::vector<PlannedUnit> units);
  void add_synonyms(std::span<PlannedUnit> planned) const;
  std::optional<Clause> phrase(Node const& node);
  std::optional<Clause> prefix(Node const& node);
  std::optional<Clause> near(Node const& node);
  std::vector<PlannedUnit> words(Node const& node);
  std::vector<Unit> units(Node const& node);
  void plan_words(std::vector<Unit> plain);
  /// The terms that begin so. Throws BadQuery for too many.
  [[nodiscard]] std::vector<std::string> completions(Node const& node, std::string const& begin);

  Reader& reader_;
  text::Analyser& analyser_;
  Synonyms const& synonyms_;
  AlternativeMaker alternatives_;
  Plan& plan_;
  bool expands_;
};

} // namespace recap::search
