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

/// Options of a run.
struct RunOptions {
  std::filesystem::path database;
  std::vector<std::string> sources; ///< files and folders; `-` = JSON lines from standard input
  SourceFilter filter;
  std::string site;               ///< for the report: see Report::site
  std::vector<Skip> remarks = {}; ///< for the report: files about the site that cannot be read
  ReadOptions reading;
  bool rebuild = false; ///< read and index everything again
  unsigned keep = 2;    ///< generations to keep on disk
  unsigned shards = 1;  ///< databases to spread the articles over
  unsigned jobs = 0;    ///< parsers, and as many writers for a large new index; 0 = one per core
  /// Largest percentage of the articles that a run may remove. More suggests a folder that is not
  /// mounted or a broken build; `allow_shrink` allows it.
  unsigned max_shrink = 30;
  bool allow_shrink = false;
  Progress::Form progress = Progress::Form::none;
};

/// Number of processes: options.jobs, or one per core.
[[nodiscard]] unsigned jobs_of(RunOptions const& options);

/// Makes the index equal to the sources, writing only what changed. Throws index::Error and
/// std::invalid_argument (missing source, no articles, too many removed), and leaves the index
/// unchanged. `report` must be new; it has the skips even if this throws.
void run(RunOptions const& options, Report& report);

/// Reports what run() would do, with every difference. Writes nothing and needs no lock.
/// `report.refusal` is the reason if run() would throw.
void dry_run(RunOptions const& options, Report& report);

} // namespace recap::indexer
