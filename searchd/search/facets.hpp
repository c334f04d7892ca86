// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/columns.hpp"
#include "searchd/search/reader.hpp"
#include "searchd/search/result.hpp"

#include <xapian.h>

#include <vector>

namespace recap::search {

/// Counts the values of `columns` over every article that `query` matches; one
/// list of at most `most` for each column, most frequent first.
[[nodiscard]] std::vector<std::vector<FacetValue>>
count_facets(Reader const& reader, Xapian::Query const& query,
             std::vector<Column const*> const& columns, std::size_t most);

} // namespace recap::search
