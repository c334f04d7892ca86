// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/evaluator.hpp"

namespace recap::search {

/// Evaluates a phrase or NEAR: checks the positions in articles with all of the terms.
[[nodiscard]] std::unique_ptr<Evaluator> ordered(Clause const& clause, Segment& segment,
                                                 Work& work);

} // namespace recap::search
