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
    recap::indexer::run(options, report);
  } catch (...) {
    name_skipped(report);
    throw;
  }
  name_skipped(report);
  if (output.json) {
    print_json(std::cout, report);
  } else if (!output.quiet) {
    print(std::cout, report);
  }
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
