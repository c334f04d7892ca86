// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/plan/plan.hpp"
#include "searchd/search/rank/ranked.hpp"

#include <span>
#include <vector>

namespace recap::search {

/// The words that weigh most in the articles found first for a sentence, weighed to be added to
/// its query (index::feedback_share). `best`: by descending score.
[[nodiscard]] std::vector<WeighedTerm> feedback_words(Reader& reader, Plan const& plan,
                                                      std::span<Ranked const> best);

} // namespace recap::search
