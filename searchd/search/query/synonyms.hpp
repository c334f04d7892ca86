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

/// Texts of one word or several. Who asks for one of `from` also finds `to`; where `to` is empty,
/// each of `from` also finds the others.
struct SynonymRule {
  std::vector<std::string> from;
  std::vector<std::string> to;
  std::size_t line = 0; ///< where it stands in its file
};

/// A stretch of a query that has synonyms.
struct SynonymMatch {
  std::size_t first = 0;                           ///< of the units
  std::size_t count = 0;                           ///< units
  std::vector<Unit> const* alternatives = nullptr; ///< each of a word, a name or several words
};

/// Most words on one side of a rule.
inline constexpr std::size_t longest_synonym = 8;

/// Most texts that a text finds, over all rules; each is one more list to read wherever a query has
/// the text, of which it may have one for each of its words.
inline constexpr std::size_t most_synonyms = 32;
/// Of these, such as are several words, which are compared by position.
inline constexpr std::size_t most_synonym_phrases = 8;
/// Most pairs of a text and one that it finds, over all rules.
inline constexpr std::size_t most_synonym_pairs = 20'000;

/// Which words mean the same. Compared as the search compares words: by stem, Korean without
/// particles, `front-end` as `frontend`. Rules are not chained: of a = b and b = c nothing follows
/// for a and c. Immutable, so any thread may ask.
class Synonyms {
public:
  Synonyms() = default;

  /// Throws BadRule for a text without words or with too many, for one that another of its rule
  /// already is to the search, for one that says what an earlier rule said, and for more than the
  /// bounds above.
  /// `version`: another text for other rules.
  explicit Synonyms(std::vector<SynonymRule> const& rules, std::string version = {});

  /// The stretches of `units` with synonyms, the longest first where several begin at one place;
  /// they do not overlap.
  [[nodiscard]] std::vector<SynonymMatch> find(std::span<Unit const> units) const;

  [[nodiscard]] std::string const& version() const { return version_; }

  /// Texts that have synonyms.
  [[nodiscard]] std::size_t size() const { return alternatives_.size(); }

private:
  struct Term;
  class Maker;

  std::unordered_map<std::string, std::vector<Unit>> alternatives_; ///< by the keys of their units
  std::string version_;
  std::size_t longest_ = 0; ///< units of the longest
};

} // namespace recap::search
