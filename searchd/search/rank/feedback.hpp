// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan/plan.hpp"
#include "searchd/search/rank/ranked.hpp"

#include <span>
#include <vector>

namespace recap::search {

/// The most significant words of the best articles of a sentence, weighted to be added to its query
/// (index::feedback_share). `best`: by descending score.
[[nodiscard]] std::vector<WeighedTerm> feedback_words(Reader& reader, Plan const& plan,
                                                      std::span<Ranked const> best);

} // namespace recap::search
