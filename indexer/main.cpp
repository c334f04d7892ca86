// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/error.hpp"
#include "indexer/run.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <stdexcept>

namespace {

using recap::indexer::ExitStatus;

int status(ExitStatus exit) {
  return static_cast<int>(exit);
}

struct Output {
  bool dry_run = false;
  bool json = false;
  bool quiet = false;
};

void add_options(CLI::App& app, recap::indexer::RunOptions& run, Output& output) {
  app.add_option("--db", run.database, "Folder of the index; made when it is not there")
      ->required();
  app.add_option("sources", run.sources,
                 "Files or folders of .md, .markdown, .mdx, .html, .htm, .jsonl, .ndjson; - reads "
                 "JSON lines")
      ->required();
  app.add_flag("--rebuild", run.rebuild, "Read and index everything anew");
  app.add_option("--base-url", run.reading.base_url,
                 "Address of the site, for articles that do not state theirs");
  app.add_option("--max-article-bytes", run.reading.max_article_bytes,
                 "Skip articles larger than this")
      ->check(CLI::Range(std::size_t{1024}, std::size_t{64} << 20))
      ->capture_default_str();
  app.add_option("--keep", run.keep, "Generations left on disk")
      ->check(CLI::Range(1U, 1000U))
      ->capture_default_str();
  app.add_flag("--dry-run", output.dry_run, "Print what would be done, and do nothing");
  app.add_option("--max-article-seconds", run.reading.max_article_seconds,
                 "Skip articles that take longer to parse")
      ->check(CLI::Range(1U, 600U))
      ->capture_default_str();
  app.add_option("--max-shrink", run.max_shrink,
                 "Percent of the articles that may vanish in one run; more are taken for a mistake")
      ->check(CLI::Range(0U, 100U))
      ->capture_default_str();
  app.add_flag("--allow-shrink", run.allow_shrink, "Let any number of articles vanish");
  app.add_option("--jobs", run.jobs, "Processes at work; 0 = one a core")
      ->check(CLI::Range(0U, 64U))
      ->capture_default_str();
  app.add_flag("--json", output.json, "Print the report as JSON");
  app.add_flag("--quiet", output.quiet, "Print no report; what was skipped is still named");
  app.set_config("--config", "", "TOML file with these options by name");
  app.allow_config_extras(CLI::config_extras_mode::error);
  app.set_version_flag("--version", std::string("recap-indexer ") + RECAP_VERSION);
}

void name_skipped(recap::indexer::Report const& report) {
  for (auto const& skip : report.skips)
    std::cerr << to_line(skip) << '\n';
}

ExitStatus index(recap::indexer::RunOptions const& options, Output const& output) {
  recap::indexer::Report report;
  try {
    if (output.dry_run) {
      recap::indexer::dry_run(options, report);
    } else {
      recap::indexer::run(options, report);
    }
  } catch (...) {
    name_skipped(report);
    throw;
  }
  name_skipped(report);
  if (output.json) {
    output.dry_run ? print_dry_run_json(std::cout, report) : print_json(std::cout, report);
  } else if (!output.quiet) {
    output.dry_run ? print_dry_run(std::cout, report) : print(std::cout, report);
  }
  if (!report.refusal.empty())
    std::cerr << "recap-indexer: a run would be refused: " << report.refusal << '\n';
  return report.status();
}

} // namespace

int main(int count, char* arguments[]) {
  CLI::App app{"Turns articles into an index that recap-searchd answers from.\n"
               "Exit status: 0 done; 1 done, but some articles were skipped; 2 not done."};
  recap::indexer::RunOptions options;
  Output output;
  add_options(app, options, output);
  try {
    app.parse(count, arguments);
    return status(index(options, output));
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? status(ExitStatus::done) : status(ExitStatus::failed);
  } catch (std::exception const& error) {
    std::cerr << "recap-indexer: " << error.what() << '\n';
    return status(ExitStatus::failed);
  }
}
