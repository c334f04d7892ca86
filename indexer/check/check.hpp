// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/report/finding.hpp"
#include "indexer/update/run.hpp"

#include <cstddef>
#include <vector>

namespace recap::indexer {

struct CheckResult {
  std::vector<Finding> findings; ///< by file and line
  std::size_t articles = 0;      ///< looked at, drafts included
};

/// Looks for what an author or an editor would want to mend, without an index: what
/// docs/operations.md lists. Of `options` only sources, reading and jobs count. Throws as run() for
/// a source that is not there.
[[nodiscard]] CheckResult check(RunOptions const& options);

} // namespace recap::indexer
