// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/stored_articles.hpp"

#include <string>
#include <vector>

namespace recap::indexer {

/// Reads all that a generation in one piece has in its segments, and compares it with what Xapian
/// has. Gives what is wrong, a sentence each. Throws index::Error(damaged) where reading ends, and
/// Xapian::Error.
[[nodiscard]] std::vector<std::string> check_segments(index::StoredArticles const& stored);

} // namespace recap::indexer
