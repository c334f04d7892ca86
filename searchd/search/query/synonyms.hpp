// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/query/bad_rule.hpp"
#include "searchd/search/query/units.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace recap::search {

/// Texts of one or several words. A query with one of `from` also matches `to`; if `to` is empty,
/// each of `from` also matches the others.
struct SynonymRule {
  std::vector<std::string> from;
  std::vector<std::string> to;
  std::size_t line = 0; ///< in its file
};

/// A stretch of a query that has synonyms.
struct SynonymMatch {
  std::size_t first = 0;                           ///< unit
  std::size_t count = 0;                           ///< number of units
  std::vector<Unit> const* alternatives = nullptr; ///< each is a word, a name or several words
};

/// Most words on one side of a rule.
inline constexpr std::size_t longest_synonym = 8;

/// Most synonyms of a text, over all rules. Each is one more list to read for every occurrence of
/// the text in a query.
inline constexpr std::size_t most_synonyms = 32;
/// Most of these with several words, which are compared by position.
inline constexpr std::size_t most_synonym_phrases = 8;
/// Most pairs of a text and a synonym, over all rules.
inline constexpr std::size_t most_synonym_pairs = 20'000;

/// Synonyms, compared as a search compares words: by stem, Korean without particles, `front-end` as
/// `frontend`. Rules are not transitive: from a = b and b = c, nothing follows for a and c.
/// Immutable, so any thread may use it.
class Synonyms {
public:
  Synonyms() = default;

  /// Throws BadRule for a text without words or with too many, for one that the search cannot tell
  /// from another of its rule, for one that repeats an earlier rule, and for more than the bounds
  /// above. `version`: a string that differs for different rules.
  explicit Synonyms(std::vector<SynonymRule> const& rules, std::string version = {});

  /// The parts of `units` with synonyms, the longest where several begin at the same place; they do
  /// not overlap.
  [[nodiscard]] std::vector<SynonymMatch> find(std::span<Unit const> units) const;

  [[nodiscard]] std::string const& version() const { return version_; }

  /// Number of texts that have synonyms.
  [[nodiscard]] std::size_t size() const { return alternatives_.size(); }

private:
  struct Term;
  class Maker;

  std::unordered_map<std::string, std::vector<Unit>> alternatives_; ///< by the keys of their units
  std::string version_;
  std::size_t longest_ = 0; ///< units of the longest
};

} // namespace recap::search
