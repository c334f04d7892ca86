// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/options.hpp"

#include "configuration/command_line.hpp"
#include "configuration/site_url.hpp"
#include "index/databases.hpp"
#include "indexer/formats/format.hpp"
#include "indexer/site/heading_ids.hpp"
#include "indexer/site/preset.hpp"
#include "indexer/site/site_style.hpp"
#include "indexer/site/time_zone.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace recap::indexer {
namespace {

std::string style_names() {
  std::string names;
  for (auto const& style : heading_styles())
    names.append(names.empty() ? "" : ", ").append(style.name);
  return names;
}

void declare_actions(CLI::App& app, Options& options) {
  struct Row {
    char const* flag;
    Action action;
    char const* help;
  };
  constexpr Row rows[] = {
      {"--watch", Action::watch,
       "Index, and index again after each change, until SIGINT or SIGTERM"},
      {"--dry-run", Action::dry_run, "Print what a run would do, and change nothing"},
      {"--check", Action::check, "Look for mistakes in the sources; needs no --db"},
      {"--rollback", Action::rollback, "Make the previous generation current again"},
      {"--verify", Action::verify, "Read and check the whole index"},
      {"--stats", Action::statistics, "Print statistics of the index"},
      {"--export", Action::export_articles, "Print the articles of the index as JSON lines"},
  };
  auto* const group =
      app.add_option_group("Action", "At most one of these; without one, the sources are indexed");
  for (auto const& [flag, action, help] : rows)
    group->add_flag_callback(flag, [&options, chosen = action] { options.action = chosen; }, help);
  group->require_option(0, 1);
}

void declare_input(CLI::App& app, Options& options) {
  auto& run = options.run;
  app.add_option("sources", run.sources,
                 "Files or folders of " + endings_listed(", ") +
                     "; - reads JSON lines from standard input");
  app.add_option("--include", run.filter.include,
                 "Index only files that match this .gitignore pattern; repeatable")
      ->allow_extra_args(false);
  app.add_option("--exclude", run.filter.exclude,
                 "Skip files that match this .gitignore pattern; repeatable")
      ->allow_extra_args(false);
  app.add_option("--base-url", run.reading.base_url,
                 "Address of the site, for articles that do not state theirs")
      ->check(CLI::Validator(
          [](std::string const& url) {
            return url.empty() || configuration::is_site_url(url)
                       ? std::string()
                       : '"' + url +
                             "\" is not the address of a site; write http:// or "
                             "https://, a host and optionally a path";
          },
          "URL"));
  app.add_option("--max-article-bytes", run.reading.max_article_bytes,
                 "Skip articles larger than this")
      ->check(CLI::Range(std::size_t{1024}, std::size_t{64} << 20))
      ->capture_default_str();
  app.add_option("--max-article-seconds", run.reading.max_article_seconds,
                 "Skip articles that take longer to parse")
      ->check(CLI::Range(1U, 600U))
      ->capture_default_str();
}

void declare_site(CLI::App& app, Options& options) {
  auto& site = options.site;
  app.add_option("--site", site.name,
                 "Generator of the site: " + preset_names() +
                     "; by default, the one whose configuration is next to the sources")
      ->check(CLI::Validator(
          [](std::string const& name) {
            return preset_named(name) != nullptr
                       ? std::string()
                       : '"' + name + "\" is not one of " + preset_names();
          },
          "GENERATOR"));
  app.add_option(
         "--url-style", site.url_style,
         "How the site forms addresses, if not like its generator: path, hugo, jekyll (or date, "
         "pretty, ordinal, none), or a pattern for posts or pages, such as "
         "/:year/:month/:day/:title/, or for a folder, such as posts=/:year/:slug/; "
         "repeatable")
      ->allow_extra_args(false)
      ->type_name("STYLE");
  app.add_option("--anchors", site.anchors,
                 "How the site forms the ids of headings, if not like its generator: " +
                     style_names())
      ->check(CLI::Validator(
          [](std::string const& name) {
            auto const styles = heading_styles();
            bool const known = std::ranges::find(styles, name, &HeadingStyle::name) != styles.end();
            return known ? std::string() : '"' + name + "\" is not one of " + style_names();
          },
          "STYLE"));
  app.add_option("--languages", site.languages,
                 "Languages of a Hugo or Zola site; the first has no prefix in addresses. By "
                 "default, those "
                 "of its configuration, else en,ko")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::Validator(
          [](std::string const& code) {
            return is_language_code(code)
                       ? ""
                       : '"' + code + "\" is not a language code such as ko or pt-br";
          },
          "CODE"));
  app.add_option("--time-zone", site.time_zone,
                 "Time zone of the days in a Jekyll site's addresses; by default, that of its "
                 "configuration, else UTC")
      ->check(CLI::Validator(
          [](std::string const& name) {
            return is_time_zone(name) ? ""
                                      : '"' + name + "\" is not a time zone such as Asia/Seoul";
          },
          "ZONE"));
}

void declare_index(CLI::App& app, Options& options) {
  auto& run = options.run;
  app.add_option("--db", run.database, "Folder of the index; created if missing");
  app.add_flag("--rebuild", run.rebuild, "Read and index everything again");
  app.add_option("--keep", run.keep, "Generations to keep on disk")
      ->check(CLI::Range(1U, 1000U))
      ->capture_default_str();
  app.add_option("--shards", run.shards,
                 "Databases to spread the articles over, for hosts that serve them with "
                 "xapian-tcpsrv; a new number reindexes everything")
      ->check(CLI::Range(1U, index::most_shards))
      ->capture_default_str();
  app.add_option("--max-shrink", run.max_shrink,
                 "Refuse a run that would remove more than this percentage of the articles")
      ->check(CLI::Range(0U, 100U))
      ->capture_default_str();
  app.add_flag("--allow-shrink", run.allow_shrink, "Allow any number of articles to be removed");
  app.add_option("--jobs", run.jobs, "Number of processes; 0 = one per core")
      ->check(CLI::Range(0U, 64U))
      ->capture_default_str();
}

void declare_output(CLI::App& app, Options& options) {
  static std::map<std::string, FindingFormat> const formats{{"text", FindingFormat::text},
                                                            {"json", FindingFormat::json},
                                                            {"github", FindingFormat::github}};
  app.add_flag("--json", options.json, "Print the report as JSON");
  app.add_flag("--quiet", options.quiet, "Print no report; skipped articles are still listed");
  app.add_option_function<std::string>(
         "--format", [&options](std::string const& name) { options.format = formats.at(name); },
         "Output format of --check: text, json or github annotations")
      ->check(CLI::Validator(
          [](std::string& name) {
            return formats.contains(name) ? std::string()
                                          : '"' + name + "\" is not one of text, json, github";
          },
          "text|json|github"));
  configuration::declare_file(app);
}

} // namespace

void declare_options(CLI::App& app, Options& options) {
  declare_actions(app, options);
  declare_input(app, options);
  declare_site(app, options);
  declare_index(app, options);
  declare_output(app, options);
}

void check_options(Options const& options) {
  bool const reads_sources = options.action == Action::index || options.action == Action::watch ||
                             options.action == Action::dry_run || options.action == Action::check;
  if (reads_sources && options.run.sources.empty())
    throw CLI::ValidationError("sources", "name the files or folders to read");
  if (!reads_sources && !options.run.sources.empty())
    throw CLI::ValidationError("sources", "this action reads only the index; name no sources");
  if (options.action == Action::watch &&
      std::ranges::find(options.run.sources, "-") != options.run.sources.end())
    throw CLI::ValidationError("sources", "standard input cannot be watched");
  if (options.format && options.action != Action::check)
    throw CLI::ValidationError("--format", "needs --check");
  if (options.action != Action::check && options.run.database.empty())
    throw CLI::ValidationError("--db", "name the folder of the index");
  // After an empty unquoted variable, the next option would be the folder.
  if (options.run.database.native().starts_with('-'))
    throw CLI::ValidationError("--db",
                               options.run.database.string() +
                                   " looks like an option; write ./ before it if it is a folder");
}

} // namespace recap::indexer
