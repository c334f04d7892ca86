// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/columns.hpp"
#include "searchd/search/result.hpp"

#include <xapian.h>

#include <cstddef>
#include <vector>

namespace recap::search {

/// Counts the values of one column over the articles added.
class FacetCounts {
public:
  explicit FacetCounts(Column const& column)
      : column_(&column)
      , counts_(column.dictionary().size()) {}

  void add(Xapian::docid id) {
    for (auto const value : column_->of(id))
      ++counts_[value];
  }

  /// At most `most` values, most frequent first, then by value.
  [[nodiscard]] std::vector<FacetValue> values(std::size_t most) const;

private:
  Column const* column_;
  std::vector<std::size_t> counts_;
};

} // namespace recap::search
