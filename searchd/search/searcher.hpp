// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/snapshot.hpp"
#include "searchd/search/request.hpp"
#include "searchd/search/result.hpp"

#include <span>
#include <vector>

namespace recap::search {

/// Answers `requests`, in their order, from `snapshot` with `reader`, which belongs to this thread
/// meanwhile. A text that several of them ask for is planned and looked for once. Throws BadRequest
/// for the first that cannot be answered; Xapian::Error where the files fail.
[[nodiscard]] std::vector<Result> run_searches(Snapshot const& snapshot, Reader& reader,
                                               std::span<Request const> requests,
                                               QueryLimits const& limits);

} // namespace recap::search
