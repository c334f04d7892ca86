// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/query/bad_rule.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace recap::search {

/// An editor's changes to the stop words of one language.
struct StopWordRule {
  std::string language; ///< as in `en`
  std::vector<std::string> added;
  std::vector<std::string> removed; ///< from text/stop_words.hpp
  std::size_t line = 0;             ///< in its file
};

/// Most words added or removed, over all languages.
inline constexpr std::size_t most_stop_words = 5'000;

/// The words that results need not contain: those of text::is_stop_word(), with an editor's
/// changes. The language of a query is unknown, so the words of all languages apply to every query.
/// Immutable, so any thread may use it.
class StopWordList {
public:
  StopWordList() = default;

  /// Throws BadRule for a text that is not one word, a repeated word, an added word that is a stop
  /// word already, a removed word that is not, and more words than the bound above. `version`: a
  /// string that differs for different rules.
  explicit StopWordList(std::vector<StopWordRule> const& rules, std::string version = {});

  /// `word` as text::is_stop_word() takes it.
  [[nodiscard]] bool has(std::string_view word) const;

  [[nodiscard]] std::string const& version() const { return version_; }

  /// Words added or removed.
  [[nodiscard]] std::size_t size() const { return added_.size() + removed_.size(); }

private:
  std::unordered_set<std::string> added_;
  std::unordered_set<std::string> removed_;
  std::string version_;
};

} // namespace recap::search
