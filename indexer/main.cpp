// SPDX-License-Identifier: GPL-2.0-or-later
#include "configuration/command_line.hpp"
#include "index/error.hpp"
#include "indexer/check/check.hpp"
#include "indexer/operate/actions.hpp"
#include "indexer/operate/watch.hpp"
#include "indexer/options.hpp"

#include <algorithm>
#include <iostream>
#include <stdexcept>

namespace recap::indexer {
namespace {

void name_skipped(Report const& report) {
  for (auto const& skip : report.skips)
    std::cerr << to_line(skip) << '\n';
  for (auto const& warning : report.warnings)
    std::cerr << to_line({warning.path, warning.line, "warning: " + warning.reason}) << '\n';
}

ExitStatus index_sources(Options const& options) {
  bool const dry = options.action == Action::dry_run;
  Report report;
  try {
    dry ? dry_run(options.run, report) : run(options.run, report);
  } catch (...) {
    name_skipped(report);
    throw;
  }
  name_skipped(report);
  if (report.other_shards != 0 && !options.quiet)
    std::cerr << "recap-indexer: reindexing all articles: --shards changed from "
              << report.other_shards << " to " << options.run.shards << '\n';
  if (options.json) {
    dry ? print_dry_run_json(std::cout, report) : print_json(std::cout, report);
  } else if (!options.quiet) {
    dry ? print_dry_run(std::cout, report) : print(std::cout, report);
  }
  if (!report.refusal.empty())
    std::cerr << "recap-indexer: this run would be refused: " << report.refusal << '\n';
  return report.status();
}

/// Continues after a failed run: the index is unchanged, and the next change may fix the cause.
ExitStatus watch_sources(Options const& stated) {
  watch(stated.run.sources, [&] {
    try {
      Options options = stated;
      complete_options(options); // what the site's configuration says may have changed, too
      static_cast<void>(index_sources(options));
    } catch (std::exception const& error) {
      std::cerr << "recap-indexer: " << error.what() << std::endl;
    }
    std::cout.flush();
  });
  return ExitStatus::done;
}

ExitStatus check_sources(Options const& options) {
  auto const result = check(options.run);
  auto const format =
      options.json ? FindingFormat::json : options.format.value_or(FindingFormat::text);
  print_findings(std::cout, result.findings, format);
  auto const count = [&](Level level) {
    return std::ranges::count(result.findings, level, &Finding::level);
  };
  auto const errors = count(Level::error);
  auto const warnings = count(Level::warning);
  if (!options.quiet && format != FindingFormat::json) {
    std::cout << result.articles << " articles: " << errors << " errors, " << warnings
              << " warnings, " << count(Level::note) << " notes\n";
  }
  return errors + warnings == 0 ? ExitStatus::done : ExitStatus::skipped;
}

ExitStatus go_back(Options const& options) {
  auto const done = roll_back(options.run.database);
  if (!options.quiet) {
    std::cout << "rolled back "
              << (done.from ? "from generation " + std::to_string(*done.from) + ' ' : "")
              << "to generation " << done.to << '\n';
  }
  return ExitStatus::done;
}

ExitStatus verify_index(Options const& options) {
  bool whole = true;
  for (auto const& verified : verify(options.run.database)) {
    for (auto const& problem : verified.problems)
      std::cerr << problem << '\n';
    whole = whole && verified.problems.empty();
    if (options.quiet) continue;
    std::cout << "generation " << verified.generation << (verified.current ? " (current)" : "")
              << ": "
              << (verified.problems.empty()
                      ? "intact, " + std::to_string(verified.articles) + " articles"
                      : "damaged")
              << '\n';
  }
  return whole ? ExitStatus::done : ExitStatus::failed;
}

ExitStatus perform(Options const& options) {
  switch (options.action) {
  case Action::watch: return watch_sources(options);
  case Action::check: return check_sources(options);
  case Action::rollback: return go_back(options);
  case Action::verify: return verify_index(options);
  case Action::statistics: {
    auto const found = statistics(options.run.database);
    options.json ? print_json(std::cout, found) : print(std::cout, found);
    return ExitStatus::done;
  }
  case Action::export_articles:
    export_articles(options.run.database, std::cout);
    if (!std::cout.flush()) throw std::runtime_error("cannot write the export");
    return ExitStatus::done;
  default: return index_sources(options);
  }
}

} // namespace
} // namespace recap::indexer

int main(int count, char* arguments[]) {
  using namespace recap::indexer;
  CLI::App app{"Builds the index that recap-searchd searches.\n"
               "Exit status: 0 done; 1 done, but articles were skipped or --check found problems; "
               "2 failed, the index is unchanged."};
  Options options;
  auto const status = [](ExitStatus exit) { return static_cast<int>(exit); };
  try {
    declare_options(app, options);
    app.set_version_flag("--version", std::string("recap-indexer ") + RECAP_VERSION);
    recap::configuration::parse(app, count, arguments);
    check_options(options);
    if (!options.quiet && !options.json) options.run.progress = Progress::form_for_standard_error();
    if (options.action == Action::watch) {
      Options tried = options;
      complete_options(tried); // throws why not even the first run can begin
    } else {
      complete_options(options);
    }
    return status(perform(options));
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? status(ExitStatus::done) : status(ExitStatus::failed);
  } catch (std::exception const& error) {
    std::cerr << "recap-indexer: " << error.what() << '\n';
    return status(ExitStatus::failed);
  }
}
