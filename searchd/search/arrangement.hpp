// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/reader.hpp"

#include <xapian.h>

#include <string>
#include <vector>

namespace recap::search {

/// Positions from which each of `lists` goes on where the one before ended, ascending: the first
/// `most` of them.
[[nodiscard]] std::vector<Xapian::termpos>
side_by_side(std::vector<std::vector<Xapian::termpos>> const& lists, std::size_t most = SIZE_MAX);

/// Articles with all of `terms`, one behind the other; weighed by the impacts of all of them
/// together. At least one term. Other hosts cannot look at positions: where they have shards, the
/// `most_arranged` articles that weigh most of those with all terms are looked at here and now.
[[nodiscard]] Xapian::Query phrase_query(Reader& reader, std::vector<std::string> terms);

/// The same in any order, `most_apart` positions from the first to the last at most.
[[nodiscard]] Xapian::Query near_query(Reader& reader, std::vector<std::string> terms,
                                       Xapian::termpos most_apart);

/// True when some query made since Reader::begin() may lack articles.
[[nodiscard]] bool lacks_articles(Reader const& reader);

/// Their positions, about 2 KB each, are sent for a phrase.
inline constexpr Xapian::doccount most_arranged = 2000;

} // namespace recap::search
