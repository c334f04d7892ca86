// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace recap::indexer {

/// Calls `act` now and, until SIGINT or SIGTERM, after each change below `sources`: after 0.15 s
/// without further changes, but at most 0.7 s after the first. Ignores temporary files of editors,
/// and files that are not articles. Throws std::system_error if the kernel cannot watch.
void watch(std::vector<std::string> const& sources, std::function<void()> const& act);

} // namespace recap::indexer
