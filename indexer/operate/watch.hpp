// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace recap::indexer {

/// Calls `act` now and, until SIGINT or SIGTERM comes, after each change below `sources`: when it
/// has been quiet for 0.15 s, at the latest 0.7 s after the first change. What editors leave beside
/// a file while they save, and files that hold no articles, are no change. Throws
/// std::system_error when the kernel cannot watch.
void watch(std::vector<std::string> const& sources, std::function<void()> const& act);

} // namespace recap::indexer
