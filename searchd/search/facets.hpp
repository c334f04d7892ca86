// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/columns.hpp"
#include "searchd/search/result.hpp"

#include <xapian.h>

#include <vector>

namespace recap::search {

/// Values listed for one facet; the rest are the rarest.
inline constexpr std::size_t most_facet_values = 100;

/// Counts the values of `columns` over every article that `query` matches; one
/// list for each column, most frequent first.
[[nodiscard]] std::vector<std::vector<FacetValue>>
count_facets(Xapian::Database const& database, Xapian::Query const& query,
             std::vector<Column const*> const& columns);

} // namespace recap::search
