// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/query/bad_rule.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recap::search {

/// An article that an editor pins to a place in the results.
struct Pinned {
  std::string id;
  std::size_t place = 0; ///< from 1; 0 = the first that is free
};

/// An editor's choices for one query or several.
struct PinRule {
  std::vector<std::string> queries;
  std::vector<Pinned> pinned;
  std::vector<std::string> hidden; ///< ids
  std::size_t line = 0;            ///< where it stands in its file
};

/// Most queries with a rule; twice what the insights of a day tell, and 1 MiB holds hardly more.
inline constexpr std::size_t most_pinned_queries = 20'000;
/// Most articles pinned for a query: what comes before all that was found is a page at most.
inline constexpr std::size_t most_pinned = 20;
/// Most articles hidden for a query; each is looked up whenever it is asked.
inline constexpr std::size_t most_hidden = 100;
/// The last place an article can be pinned to: the end of the longest page.
inline constexpr std::size_t last_pinned_place = 100;

/// Which articles an editor pins and hides, by query. Queries are compared as insights are counted:
/// without case, with white space as one space, in NFKC. Immutable, so any thread may ask.
class Pins {
public:
  /// The choices for one query, as in its rule.
  struct Choice {
    std::vector<Pinned> pinned;
    std::vector<std::string> hidden;
  };

  Pins() = default;

  /// Throws BadRule for a rule without queries or articles, an empty query or id, a query that an
  /// earlier rule has, an article or a place that a rule has twice, and for more than the bounds
  /// above. `version`: another text for other rules.
  explicit Pins(std::vector<PinRule> const& rules, std::string version = {});

  /// The choices for this query; null if there are none.
  [[nodiscard]] Choice const* find(std::string_view q) const;

  /// The articles named, each once, with the line of the first rule that does.
  struct Named {
    std::string id;
    std::size_t line = 0;
  };
  [[nodiscard]] std::vector<Named> const& named() const { return named_; }

  [[nodiscard]] std::string const& version() const { return version_; }

  /// Queries that have a choice.
  [[nodiscard]] std::size_t size() const { return rules_.size(); }

private:
  std::unordered_map<std::string, std::size_t> rules_; ///< by folded query: in choices_
  std::vector<Choice> choices_;
  std::vector<Named> named_;
  std::string version_;
};

} // namespace recap::search
