// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan/plan.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

class Synonyms;

/// Most words that a `word*` may match. With more, it is rejected, not cut.
inline constexpr std::size_t most_prefix_completions = 1000;

/// Turns the tree of a query into clauses, and collects its units.
class Planner {
public:
  /// root() fills in `plan`; both arguments must outlive the Planner. `expands`: adds synonyms.
  Planner(Reader& reader, Plan& plan, bool expands = true);

  /// The root's children; plain words are kept separate, because they may be relaxed.
  void root(Node const& node);

private:
  /// nullopt for a node without words (punctuation), which excludes and requires nothing.
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
  /// The terms with this prefix. Throws BadQuery for too many.
  [[nodiscard]] std::vector<std::string> completions(Node const& node, std::string const& begin);

  Reader& reader_;
  text::Analyser& analyser_;
  Synonyms const& synonyms_;
  AlternativeMaker alternatives_;
  Plan& plan_;
  bool expands_;
};

} // namespace recap::search
