// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/report/finding.hpp"
#include "indexer/update/run.hpp"

#include <CLI/CLI.hpp>

#include <optional>

namespace recap::indexer {

enum class Action { index, watch, dry_run, check, rollback, verify, statistics, export_articles };

/// The options from the command line and from the file of --config.
struct Options {
  Action action = Action::index;
  RunOptions run;
  bool json = false;
  bool quiet = false;
  std::optional<FindingFormat> format; ///< for a check; none = text
};

/// Declares all options. The only table of them.
void declare_options(CLI::App& app, Options& options);

/// Checks combinations of options. Throws CLI::ValidationError.
void check_options(Options const& options);

/// Fills in what the sources state themselves. Throws CLI::ValidationError.
void complete_options(Options& options);

} // namespace recap::indexer
