// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/configured_sites.hpp"

#include "indexer/site/folder_defaults.hpp"
#include "indexer/site/language_order.hpp"
#include "indexer/site/path_glob.hpp"
#include "indexer/site/preset.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;

std::string below(std::string const& folder, std::string const& path) {
  return folder.empty() || path.empty() ? folder + path : folder + '/' + path;
}

void set_permalink(std::string const& permalink, SiteStyle& style) {
  if (permalink.empty()) return;
  bool const named = permalink.find('/') == std::string::npos;
  try {
    style = site_style({named || permalink.starts_with('/') ? permalink : '/' + permalink}, style);
  } catch (std::invalid_argument const&) {
    style.pattern.clear(); // `weekdate`, or names of months
  }
}

/// Jekyll's `exclude`: `*` crosses folders, and a pattern without a slash at its end matches every
/// path that it begins.
void exclude_entries(ConfigurationText const& text, std::string const& source,
                     ConfiguredSite& site) {
  std::string const root = source.empty() ? "/" : '/' + source + '/';
  for (std::string_view written : text.values({"exclude"})) {
    while (written.starts_with('/'))
      written.remove_prefix(1);
    if (written.empty()) continue;
    for (auto const& pattern : crossing_patterns(written)) {
      site.exclude.push_back(root + pattern);
      if (!pattern.ends_with('/')) site.exclude.push_back(root + pattern + '*');
    }
  }
  for (auto const& pattern : text.values({"include"}))
    site.exclude.push_back('!' + root + pattern);
}

/// GitHub Pages builds with plugins of its own.
bool makes_pages_of_all_files(ConfigurationText const& text, ConfiguredSite& site) {
  auto const file = site.root / "Gemfile";
  std::error_code error;
  bool const optional = text.text().find("jekyll-optional-front-matter") != std::string::npos ||
                        text.node({"remote_theme"}) != nullptr;
  if (optional || !fs::exists(fs::symlink_status(file, error))) return optional;
  ConfigurationText const gems(file);
  if (auto const& problem = gems.problem())
    site.problems.push_back(
        {file.lexically_normal().string(), problem->line(),
         std::string(problem->what()) + "; files without front matter are kept out until then"});
  return !gems.problem() && gems.text().find("github-pages") != std::string::npos;
}

/// The lines of a file of patterns, if there is one.
std::vector<std::string> lines_of(fs::path const& file) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(file, error))) return {};
  ConfigurationText const text(file);
  require_readable(text, file);
  std::vector<std::string> lines;
  for (std::string_view rest = text.text(); !rest.empty();) {
    auto const end = std::min(rest.find('\n'), rest.size());
    lines.emplace_back(text::trimmed(rest.substr(0, end), " \t\r"));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return lines;
}

/// Eleventy reads each line as a path from the folder of the file, and none that begins with `!`.
void exclude_ignored(std::string const& folder, ConfiguredSite& site) {
  for (auto const& line : lines_of(site.root / folder / ".eleventyignore")) {
    if (!line.empty() && !line.starts_with('#') && !line.starts_with('!'))
      exclude_in(site, folder, line);
  }
}

} // namespace

void configure_jekyll(ConfigurationText const& text, ConfiguredSite& site) {
  auto& style = site.style;
  site.base_url = text.value({"url"});
  while (site.base_url.ends_with('/'))
    site.base_url.pop_back();
  site.base_url += site.base_url.empty() ? "" : text.value({"baseurl"});
  if (auto const zone = text.value({"timezone"}); !zone.empty()) style.time_zone = zone;
  set_permalink(text.value({"permalink"}), style);
  auto const source = trimmed_path(text.value({"source"}));
  auto const collected = below(source, trimmed_path(text.value({"collections_dir"})));
  style.content.front().folder = source;
  if (collected != source) style.content.push_back({.folder = collected});
  auto const* const collections = text.node({"collections"});
  for (std::size_t i = 0; collections != nullptr && i < collections->keys.size(); ++i) {
    auto const& name = collections->keys[i].name;
    auto const& said = *collections->children[i];
    auto const* const output = child_of(said, "output");
    if (output != nullptr && output->text == "true")
      site.exclude.push_back("!/" + below(collected, '_' + name) + '/');
    if (auto const* const pattern = child_of(said, "permalink"))
      add_folder_pattern(style, name, pattern->text);
  }
  exclude_entries(text, source, site);
  add_jekyll_defaults(text, source, collected, style);
  style.future = text.value({"future"}) == "true";
  if (text.value({"kramdown", "auto_ids"}) == "false") style.headings = &heading_style("none");
  style.needs_front_matter = !makes_pages_of_all_files(text, site);
}

void configure_eleventy(ConfigurationText const& text, ConfiguredSite& site) {
  auto const folder =
      trimmed_path(text.written_in("dir", "input").value_or(text.written("input").value_or("")));
  site.style.content.front().folder = folder;
  for (std::string_view const key : {"includes", "layouts", "data"}) {
    if (auto const named = text.written_in("dir", key); named && !named->empty())
      site.exclude.push_back(*named + '/');
  }
  if (auto const output = text.written_in("dir", "output"); output && !output->empty())
    site.exclude.push_back('/' + *output + '/');
  auto const& code = text.text();
  if (code.find("setUseGitIgnore(false)") == std::string::npos)
    std::ranges::move(lines_of(site.root / ".gitignore"), std::back_inserter(site.exclude));
  exclude_ignored("", site);
  if (!folder.empty()) exclude_ignored(folder, site);
  exclude_written(site, "", "ignores.add", text.written_arguments("ignores.add"));
  bool const anchors = code.find("markdown-it-anchor") != std::string::npos;
  if (anchors && code.find("slugify") == std::string::npos)
    site.style.headings = &heading_style("markdown-it-anchor");
  read_directory_data(folder, site);
}

void configure_zola(ConfigurationText const& text, ConfiguredSite& site) {
  site.base_url = text.value({"base_url"});
  auto languages = languages_by_weight(text.node({"languages"}));
  auto const first = text.value({"default_language"});
  put_first(languages, first.empty() ? "en" : first);
  site.style.languages = std::move(languages);
  hide_sections("content", site);
  for (auto const& written : text.values({"ignored_content"})) {
    for (auto const& pattern : crossing_patterns(written)) {
      bool const is_name = pattern.find('/') == std::string::npos;
      site.exclude.push_back(is_name ? pattern : "/content/" + pattern);
    }
  }
}

} // namespace recap::indexer
