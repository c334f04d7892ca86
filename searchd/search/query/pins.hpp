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
  std::size_t line = 0;            ///< in its file
};

/// Most queries with a rule: twice what insights record in a day; a file of 1 MiB holds hardly
/// more.
inline constexpr std::size_t most_pinned_queries = 20'000;
/// Most articles pinned for a query, so that at most one page precedes the results.
inline constexpr std::size_t most_pinned = 20;
/// Most articles hidden for a query; each search for it looks up all of them.
inline constexpr std::size_t most_hidden = 100;
/// The last place an article can be pinned to: the end of the longest page.
inline constexpr std::size_t last_pinned_place = 100;

/// Which articles an editor pins and hides, by query. Queries are compared as insights count them:
/// without case, with white space as one space, in NFKC. Immutable, so any thread may use it.
class Pins {
public:
  /// The choices for one query, as in its rule.
  struct Choice {
    std::vector<Pinned> pinned;
    std::vector<std::string> hidden;
  };

  Pins() = default;

  /// Throws BadRule for a rule without queries or articles, an empty query or id, a query that an
  /// earlier rule has, an article or a place repeated within a rule, and more than the bounds
  /// above. `version`: a string that differs for different rules.
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

  /// Number of queries that have a choice.
  [[nodiscard]] std::size_t size() const { return rules_.size(); }

private:
  std::unordered_map<std::string, std::size_t> rules_; ///< by folded query: in choices_
  std::vector<Choice> choices_;
  std::vector<Named> named_;
  std::string version_;
};

} // namespace recap::search
