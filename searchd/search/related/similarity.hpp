// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/reader.hpp"
#include "searchd/search/related/story.hpp"

#include <xapian.h>

namespace recap::search {

/// Similarity of two stories, 0 to 1: the idf of their shared stems divided by that of the stems of
/// either. Rare words weigh most, so that articles made from one pattern (places of a register) are
/// not taken for copies.
[[nodiscard]] double similarity(Story const& one, Story const& other, Reader& reader);

/// True for versions of one article: their languages differ, and they share a title, other titles
/// included, or an address.
[[nodiscard]] bool are_versions(index::Record const& one, index::Record const& other);

} // namespace recap::search
