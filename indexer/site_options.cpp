// SPDX-License-Identifier: GPL-2.0-or-later
#include "configuration/site_url.hpp"
#include "indexer/options.hpp"
#include "indexer/site/path_glob.hpp"
#include "indexer/site/preset.hpp"
#include "indexer/site/site_configuration.hpp"
#include "indexer/site/time_zone.hpp"
#include "indexer/sources/ignore_rules.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;

using Sites = std::map<std::string, std::optional<ConfiguredSite>>;

std::string folder_of(std::string const& source) {
  std::error_code error;
  fs::path const path(source);
  if (fs::is_directory(path, error)) return source;
  auto const folder = path.parent_path().string();
  return folder.empty() ? "." : folder;
}

/// The sites of the sources, by folder.
Sites configured_sites(Options const& options) {
  Sites sites;
  auto const& name = options.site.name;
  if (name == "path" || name == "html") return sites;
  for (auto const& source : options.run.sources) {
    auto const folder = folder_of(source);
    if (source != "-" && !sites.contains(folder)) sites[folder] = find_site(folder, name);
  }
  return sites;
}

/// The first site if all have the same generator; otherwise nullptr, with a reason if they differ.
ConfiguredSite const* common_site(Sites const& sites, std::string& reason) {
  ConfiguredSite const* first = nullptr;
  for (auto const& [source, site] : sites) {
    if (!site) continue;
    if (first == nullptr) first = &*site;
    if (first->style.site == site->style.site) continue;
    reason = "no preset, because " + first->file.string() + " and " + site->file.string() +
             " belong to different generators; give --site, or index them separately";
    return nullptr;
  }
  return first;
}

/// Rewrites a pattern of the project for the source at `place`; none if it applies to other
/// folders.
std::vector<std::string> patterns_of_source(std::string pattern, std::string const& place) {
  std::string const sign = pattern.starts_with('!') ? "!" : "";
  pattern.erase(0, sign.size());
  bool const tied = pattern.find('/') < pattern.size() - 1;
  if (place.empty() || !tied) return {sign + pattern};
  auto all = patterns_below(pattern, place);
  for (auto& each : all)
    each.insert(0, sign);
  return all;
}

/// Rewrites a pattern of the project for a source above it, in whose folder `below` it is.
std::string pattern_above(std::string pattern, std::string const& below) {
  std::string const sign = pattern.starts_with('!') ? "!" : "";
  pattern.erase(0, sign.size());
  bool const tied = pattern.find('/') < pattern.size() - 1;
  if (!tied) return sign + pattern;
  return sign + '/' + below + (pattern.starts_with('/') ? "" : "/") + pattern;
}

/// True if the site does not publish the folder at `place`, or one above it.
bool is_unpublished(std::string const& place, ConfiguredSite const& site) {
  IgnoreRules const rules(site.exclude);
  for (auto end = place.find('/'); !place.empty(); end = place.find('/', end + 1)) {
    if (rules.verdict(place.substr(0, end), true) == IgnoreRules::Verdict::ignored) return true;
    if (end == std::string::npos) break;
  }
  bool const drafts = ('/' + place + '/').find("/_drafts/") != std::string::npos;
  return drafts && !site.style.site->builds_drafts_folder;
}

SourceSite source_site(std::string const& source, ConfiguredSite const& site) {
  SourceSite rules{.place = place_in(source, site.root),
                   .expressions = site.expressions,
                   .bundles = site.style.site->bundles,
                   .index_before_readme = site.style.site->index_before_readme};
  if (rules.place.starts_with("..")) {
    rules.place.clear();
    rules.below = place_in(site.root, source);
    for (auto const& pattern : site.include)
      rules.include.push_back(pattern_above(pattern, rules.below));
    if (rules.include.empty()) rules.include.push_back('/' + rules.below + '/');
    for (auto const& pattern : site.exclude)
      rules.exclude.push_back(pattern_above(pattern, rules.below));
    return rules;
  }
  bool inside = false;
  for (auto const& pattern : site.include) {
    inside = inside || ('/' + rules.place + '/').starts_with(pattern);
    std::ranges::move(patterns_of_source(pattern, rules.place), std::back_inserter(rules.include));
  }
  if (inside) rules.include.clear();
  for (auto const& pattern : site.exclude) {
    std::ranges::move(patterns_of_source(pattern, rules.place), std::back_inserter(rules.exclude));
  }
  return rules;
}

/// Keeps out all articles of a source that its site does not publish, and those of a folder of
/// drafts.
void keep_out_unpublished(Sites const& sites, SiteOptions const& stated, RunOptions& run) {
  for (auto const& source : run.sources) {
    if (source == "-") continue;
    auto const folder = folder_of(source);
    auto const found = sites.find(folder);
    auto const* const site = found == sites.end() || !found->second ? nullptr : &*found->second;
    std::string reason;
    if (site != nullptr && is_unpublished(place_in(folder, site->root), *site))
      reason = "is not published by " + site->file.lexically_normal().string();
    std::error_code error;
    bool const drafts = fs::absolute(folder, error).lexically_normal().filename() == "_drafts" &&
                        stated.name.empty();
    if (site == nullptr && drafts) reason = "contains drafts";
    if (reason.empty()) continue;
    run.filter.sites[source].exclude = {"*"};
    run.remarks.push_back({source, 0,
                           "kept out, because this folder " + reason +
                               "; to index it, give --site " +
                               (site == nullptr ? "hugo" : "path")});
  }
}

SiteStyle stated_style(SiteOptions const& stated, SiteStyle style) {
  if (!stated.name.empty() && !style.configured)
    style.site = style.addresses = preset_named(stated.name);
  try {
    style = site_style(stated.url_style, std::move(style));
  } catch (std::invalid_argument const& error) {
    throw CLI::ValidationError("--url-style", error.what());
  }
  if (!stated.anchors.empty()) style.headings = &heading_style(stated.anchors);
  return style;
}

void set_languages(SiteOptions const& stated, SiteStyle& style) {
  if (stated.languages.empty()) return;
  if (!style.addresses->suffix_languages)
    throw CLI::ValidationError("--languages",
                               "needs --site hugo or zola; other generators have a folder for "
                               "each language");
  style.languages = stated.languages;
}

void set_time_zone(SiteOptions const& stated, ConfiguredSite const* site, SiteStyle& style) {
  bool const jekyll = is_site(*style.addresses, "jekyll");
  if (!stated.time_zone.empty() && !jekyll)
    throw CLI::ValidationError("--time-zone", "needs a Jekyll --url-style");
  if (!stated.time_zone.empty()) style.time_zone = stated.time_zone;
  if (!is_time_zone(style.time_zone))
    throw CLI::ValidationError("--time-zone", (site == nullptr ? "" : site->file.string() + ": ") +
                                                  "timezone \"" + style.time_zone +
                                                  "\" is not a time zone such as Asia/Seoul");
}

/// Adds the problems of a site to the report.
void add_problems(std::vector<SiteMap::Problem> problems, RunOptions& run) {
  for (auto& problem : problems)
    run.remarks.push_back({std::move(problem.file), problem.line, std::move(problem.reason)});
}

/// Reads the sitemaps and feeds of sources that are built sites.
void add_site_maps(RunOptions& run) {
  auto pages = std::make_shared<KnownPages>();
  for (auto const& source : run.sources) {
    std::error_code error;
    if (!fs::is_directory(source, error)) continue;
    auto map = read_site_map(source);
    pages->merge(map.pages);
    for (auto const& file : map.files)
      run.site += (run.site.empty() ? "dates and addresses of " : ", ") + file;
    add_problems(std::move(map.problems), run);
  }
  if (!pages->empty()) run.reading.style.pages = std::move(pages);
}

} // namespace

void complete_options(Options& options) {
  auto& run = options.run;
  auto const sites = configured_sites(options);
  auto const* const site = common_site(sites, run.site);
  auto& style = run.reading.style;
  style = stated_style(options.site, site == nullptr ? SiteStyle() : site->style);
  set_languages(options.site, style);
  set_time_zone(options.site, site, style);
  if (site == nullptr) {
    keep_out_unpublished(sites, options.site, run);
    return add_site_maps(run);
  }
  add_problems(site->problems, run);
  run.site = std::string(style.site->title) + ", by " + site->file.lexically_normal().string();
  if (run.reading.base_url.empty() && configuration::is_site_url(site->base_url) &&
      site->base_url.find("//localhost") == std::string::npos) {
    run.reading.base_url = site->base_url;
    run.site += ", at " + site->base_url;
  }
  for (auto const& source : run.sources) {
    auto const found = sites.find(folder_of(source));
    if (found != sites.end() && found->second)
      run.filter.sites[source] = source_site(found->first, *found->second);
  }
  keep_out_unpublished(sites, options.site, run);
}

} // namespace recap::indexer
