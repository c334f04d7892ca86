// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/article_reader.hpp"
#include "indexer/report/progress.hpp"
#include "indexer/report/report.hpp"
#include "indexer/sources/source_list.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace recap::indexer {

/// What one run is asked to do.
struct RunOptions {
  std::filesystem::path database;
  std::vector<std::string> sources; ///< files and folders; `-` = JSON lines from standard input
  SourceFilter filter;
  std::string site;               ///< for the report: the preset that was taken and why, or empty
  std::vector<Skip> remarks = {}; ///< for the report: files about the site that cannot be read
  ReadOptions reading;
  bool rebuild = false; ///< read and index everything anew
  unsigned keep = 2;    ///< generations left on disk
  unsigned shards = 1;  ///< databases that the articles are spread over
  unsigned jobs = 0;    ///< parsers, and for a large new index as many writers; 0 = one a core
  /// Percent of the articles of the index that may vanish in one run. More are taken for a folder
  /// that was not mounted or a broken build, unless `allow_shrink`.
  unsigned max_shrink = 30;
  bool allow_shrink = false;
  Progress::Form progress = Progress::Form::none;
};

/// Processes at work: options.jobs, or one a core.
[[nodiscard]] unsigned jobs_of(RunOptions const& options);

/// Makes the index equal to the sources, touching only what changed. Throws index::Error and
/// std::invalid_argument (a source that is not there, no article at all, too many vanished) with
/// the index as it was. `report` is to be new; it tells what was skipped also when this throws.
void run(RunOptions const& options, Report& report);

/// Reports what run() would do, with every difference. Writes nothing and needs no lock.
/// `report.refusal` says why run() would throw.
void dry_run(RunOptions const& options, Report& report);

} // namespace recap::indexer
