// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/article_reader.hpp"
#include "indexer/report.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace recap::indexer {

/// What one run is asked to do.
struct RunOptions {
  std::filesystem::path database;
  std::vector<std::string> sources; ///< files and folders; `-` = JSON lines from standard input
  ReadOptions reading;
  bool rebuild = false; ///< read and index everything anew
  unsigned keep = 2;    ///< generations left on disk
};

/// Makes the index equal to the sources, touching only what changed. Throws index::Error and
/// std::invalid_argument (a source that is not there, no article at all) with the index as it was.
/// Makes the index equal to the sources. What was skipped is in `report` even when it throws.
/// @throws index::Error, std::invalid_argument: nothing was changed
void run(RunOptions const& options, Report& report);

} // namespace recap::indexer
