// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/phrases.hpp"
#include "searchd/search/match/snapshot.hpp"
#include "searchd/search/suggest/suggest.hpp"

#include <string_view>
#include <vector>

namespace recap::search {

/// The phrases with a word that begins with `keys`, at most `most` of each kind: first those that
/// begin with it themselves, then by kind.
[[nodiscard]] std::vector<index::Phrase> phrases_beginning(index::Phrases const& phrases,
                                                           std::string_view keys, std::size_t most,
                                                           index::Phrases::By by);

/// A phrase as shown, with the place of its newest article.
[[nodiscard]] Suggestion suggestion_of(Snapshot const& snapshot, Reader& reader,
                                       index::Phrase const& phrase, std::string_view keys,
                                       index::Phrases::By by);

} // namespace recap::search
