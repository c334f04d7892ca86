// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/snapshot.hpp"
#include "searchd/search/request.hpp"
#include "searchd/search/result.hpp"

#include <span>
#include <vector>

namespace recap::search {

/// Runs `requests` on `snapshot` with `reader`, which belongs to this thread meanwhile, and returns
/// the results in order. A text that several requests share is planned and matched once. Throws
/// BadRequest for the first invalid request, and Xapian::Error if files fail.
[[nodiscard]] std::vector<Result> run_searches(Snapshot const& snapshot, Reader& reader,
                                               std::span<Request const> requests,
                                               QueryLimits const& limits);

} // namespace recap::search
