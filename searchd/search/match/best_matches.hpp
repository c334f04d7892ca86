// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/clause.hpp"
#include "searchd/search/match/reader.hpp"
#include "searchd/search/match/top.hpp"
#include "searchd/search/match/work.hpp"

#include <cstddef>
#include <vector>

namespace recap::search {

/// The first `most` articles that match `clause`, by weight.
[[nodiscard]] std::vector<Match> best_matches(Reader& reader, Clause const& clause,
                                              std::size_t most, Work& work);

/// The first matching article; 0 if there is none.
[[nodiscard]] Xapian::docid first_match(Reader& reader, Clause const& clause, Work& work);

} // namespace recap::search
