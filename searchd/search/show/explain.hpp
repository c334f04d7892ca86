// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan/plan.hpp"
#include "searchd/search/rank/ranked.hpp"
#include "searchd/search/rank/term_positions.hpp"
#include "searchd/search/result.hpp"
#include "searchd/search/show/sections.hpp"

#include <vector>

namespace recap::search {

/// What the score of `article`, whose sections are given, is made of, largest part first: the words
/// of the query with the alternative that answered each, proximity, recency, and what a second look
/// found.
[[nodiscard]] std::vector<Reason> explain(Reader& reader, Sections& sections, Plan const& plan,
                                          Ranked const& article,
                                          std::vector<WeighedTerm> const& feedback);

} // namespace recap::search
