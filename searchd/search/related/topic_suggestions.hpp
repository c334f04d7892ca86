// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/related/related_search.hpp"

#include <vector>

namespace recap::search {

/// Topics of the index that a draft does not have, best first: those of its neighbours, each voting
/// with its score, and those whose words are in the draft. `neighbours`: best first.
[[nodiscard]] std::vector<SuggestedTopic>
suggest_topics(Snapshot const& snapshot, Reader& reader, Story const& draft,
               std::vector<RelatedCandidate> const& neighbours);

} // namespace recap::search
