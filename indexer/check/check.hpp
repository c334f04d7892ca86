// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/report/finding.hpp"
#include "indexer/update/run.hpp"

#include <cstddef>
#include <vector>

namespace recap::indexer {

struct CheckResult {
  std::vector<Finding> findings; ///< by file and line
  std::size_t articles = 0;      ///< examined, drafts included
};

/// Finds problems that an author or an editor may want to fix, without an index: docs/operations.md
/// lists them. Of `options`, only sources, reading and jobs count. Throws as run() for a missing
/// source.
[[nodiscard]] CheckResult check(RunOptions const& options);

} // namespace recap::indexer
