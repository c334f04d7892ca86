// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/check/link_check.hpp"
#include "indexer/report/finding.hpp"

#include <vector>

namespace recap::indexer {

/// Finds topics of a single article that differ from a more frequent one only by spaces and
/// hyphens, or by one letter of five or more: `kubernets` and `kubernetes`.
void check_topics(std::vector<CheckedArticle> const& articles, std::vector<Finding>& findings);

} // namespace recap::indexer
