// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/reader.hpp"
#include "searchd/search/related/story.hpp"

#include <xapian.h>

namespace recap::search {

/// How much of two stories is the same, 0 to 1: the idf of the stems that both have, by that of
/// all stems of either. Rare words weigh most, so that articles made after one pattern (places of a
/// register) are not taken for copies.
[[nodiscard]] double similarity(Story const& one, Story const& other, Reader& reader);

/// True for one article in two languages: their languages differ, and a title of one, other
/// titles among them, is one of the other, or both have the same address.
[[nodiscard]] bool are_versions(index::Record const& one, index::Record const& other);

} // namespace recap::search
