// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/request.hpp"
#include "searchd/search/result.hpp"
#include "searchd/search/snapshot.hpp"

namespace recap::search {

/// Answers `request` from `snapshot` with `reader`, which belongs to this thread
/// meanwhile. Throws BadRequest; Xapian::Error where the files fail.
[[nodiscard]] Result run_search(Snapshot const& snapshot, Reader& reader, Request const& request,
                                QueryLimits const& limits);

} // namespace recap::search
