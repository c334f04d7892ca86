// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan/plan.hpp"
#include "searchd/search/rank/ranked.hpp"
#include "searchd/search/rank/term_positions.hpp"
#include "searchd/search/result.hpp"
#include "searchd/search/show/sections.hpp"

#include <vector>

namespace recap::search {

/// The parts of the score of `article`, largest first: the words of the query, each with the
/// alternative that matched, proximity, recency, and the words of the second search.
[[nodiscard]] std::vector<Reason> explain(Reader& reader, Sections& sections, Plan const& plan,
                                          Ranked const& article,
                                          std::vector<WeighedTerm> const& feedback);

} // namespace recap::search
