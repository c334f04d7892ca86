// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/reader.hpp"
#include "searchd/search/plan/plan.hpp"
#include "searchd/search/query/query.hpp"
#include "searchd/search/request.hpp"

#include <string_view>

namespace recap::search {

/// Checks whether a query finds anything, so that useless ones are not suggested. Keeps a reference
/// only.
class ExistenceCheck {
public:
  ExistenceCheck(Reader& reader, QueryLimits const& limits)
      : reader_(reader)
      , limits_(limits) {}

  /// True if an article has everything in `q`, without completions, corrections and synonyms, which
  /// only add articles. False for a query that would be rejected. Reads the posting lists of its
  /// words up to the first article.
  [[nodiscard]] bool finds(std::string_view q) const;

  /// True if `q` is parsed as words only, within the limits of a query: it then finds every article
  /// that has the text.
  [[nodiscard]] bool is_words(std::string_view q) const;

  /// True if no word after `beginning` can find anything.
  [[nodiscard]] bool is_hopeless(std::string_view beginning) const;

private:
  [[nodiscard]] bool finds(Plan plan) const;

  Reader& reader_;
  QueryLimits limits_;
};

} // namespace recap::search
