// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/stored_articles.hpp"

#include <string>
#include <vector>

namespace recap::indexer {

/// Reads the segments of an unsharded generation completely, and compares them with Xapian's
/// database. Returns the problems, one sentence each. Throws index::Error(damaged) if reading must
/// stop, and Xapian::Error.
[[nodiscard]] std::vector<std::string> check_segments(index::StoredArticles const& stored);

} // namespace recap::indexer
