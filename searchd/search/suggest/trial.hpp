// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/reader.hpp"
#include "searchd/search/plan/plan.hpp"
#include "searchd/search/query/query.hpp"
#include "searchd/search/request.hpp"

#include <string_view>

namespace recap::search {

/// Asks beforehand whether a query leads somewhere, so that none is suggested that does not. Keeps
/// a reference only.
class Trial {
public:
  Trial(Reader& reader, QueryLimits const& limits)
      : reader_(reader)
      , limits_(limits) {}

  /// True when an article has all that `q` asks for, without completions, corrections and synonyms,
  /// which only add articles. False for a query that would be refused. Reads the posting lists of
  /// its words as far as the first article.
  [[nodiscard]] bool finds(std::string_view q) const;

  /// True when `q` is understood as words alone, no more than a query may have: then an article
  /// that has the text is found by it.
  [[nodiscard]] bool is_words(std::string_view q) const;

  /// True when no word behind `beginning` can find anything.
  [[nodiscard]] bool is_hopeless(std::string_view beginning) const;

private:
  [[nodiscard]] bool finds(Plan plan) const;

  Reader& reader_;
  QueryLimits limits_;
};

} // namespace recap::search
