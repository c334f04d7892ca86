// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/report/finding.hpp"
#include "indexer/update/run.hpp"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

namespace recap::indexer {

enum class Action { index, watch, dry_run, check, rollback, verify, statistics, export_articles };

/// Options about the site of the sources. They take precedence over its configuration.
struct SiteOptions {
  std::string name; ///< of a preset; empty = that of the configuration
  std::vector<std::string> url_style;
  std::vector<std::string> languages; ///< none = of the configuration, else en and ko
  std::string time_zone;              ///< empty = of the configuration, else UTC
  std::string anchors;                ///< empty = the preset's
};

/// The options of the command line and the file of --config.
struct Options {
  Action action = Action::index;
  SiteOptions site;
  RunOptions run;
  bool json = false;
  bool quiet = false;
  std::optional<FindingFormat> format; ///< for a check; none = text
};

/// Declares all options. The only table of them.
void declare_options(CLI::App& app, Options& options);

/// Checks combinations of options. Throws CLI::ValidationError.
void check_options(Options const& options);

/// Fills in the settings that the sources' sites configure. Throws CLI::ValidationError.
void complete_options(Options& options);

} // namespace recap::indexer
