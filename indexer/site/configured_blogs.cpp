// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/configured_sites.hpp"

#include "indexer/site/folder_defaults.hpp"
#include "indexer/site/preset.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;
using metadata::Node;

/// The keys of a map there, by their `weight`.
std::vector<std::string> languages_by_weight(Node const* languages) {
  std::vector<std::pair<long, std::string>> all;
  for (std::size_t i = 0; languages != nullptr && i < languages->keys.size(); ++i) {
    auto const* const weight = child_of(*languages->children[i], "weight");
    bool const number = weight != nullptr && !weight->text.empty() && weight->text.size() < 9 &&
                        std::ranges::all_of(weight->text, text::is_digit);
    all.emplace_back(number ? std::stol(weight->text) : 0, languages->keys[i].name);
  }
  std::ranges::stable_sort(all, {}, &std::pair<long, std::string>::first);
  std::vector<std::string> names;
  for (auto& [weight, name] : all)
    names.push_back(std::move(name));
  return names;
}

void put_first(std::vector<std::string>& languages, std::string const& first) {
  if (first.empty()) return;
  std::erase(languages, first);
  languages.insert(languages.begin(), first);
}

void add_pattern(SiteStyle& style, std::string const& folder, std::string const& pattern) {
  bool const known =
      pattern.starts_with('/') && !unknown_placeholder(pattern, style.addresses->placeholders());
  if (known) style.folders[folder] = pattern;
}

void set_permalinks(Node const* permalinks, SiteStyle& style) {
  for (std::size_t i = 0; permalinks != nullptr && i < permalinks->keys.size(); ++i) {
    auto const& value = *permalinks->children[i];
    if (value.kind == Node::Kind::text)
      add_pattern(style, permalinks->keys[i].name, value.text);
    else if (permalinks->keys[i].name == "page")
      set_permalinks(&value, style);
  }
}

/// As `articles` of `./articles/`; empty for the project itself.
std::string place_of_content(std::string const& stated) {
  auto place = fs::path(stated).lexically_normal().generic_string();
  while (place.ends_with('/') || place == ".")
    place.pop_back();
  return place;
}

std::string read_text(fs::path const& file) {
  return ConfigurationText(file).text();
}

} // namespace

void configure_hugo(ConfigurationText const& text, ConfiguredSite& site) {
  auto& style = site.style;
  site.base_url = text.value({"baseurl"});
  if (auto const folder = text.value({"contentdir"}); !folder.empty())
    style.content.front().folder = place_of_content(folder);
  auto const extra = ConfigurationText(site.root / "config/_default/languages.toml");
  auto const* languages = text.node({"languages"});
  if (languages == nullptr) languages = extra.node({});
  auto names = languages_by_weight(languages);
  auto const first = text::lowered(text.value({"defaultcontentlanguage"}));
  put_first(names, first.empty() && names.empty() ? "en" : first);
  for (auto const& name : names) {
    auto const* const one = languages == nullptr ? nullptr : child_of(*languages, name);
    auto const* const folder = one == nullptr ? nullptr : child_of(*one, "contentdir");
    if (folder != nullptr && !folder->text.empty())
      style.content.push_back({.folder = place_of_content(folder->text), .language = name});
  }
  // A site's first language has a prefix, too, behind one that no file has.
  if (text.value({"defaultcontentlanguageinsubdir"}) == "true") names.insert(names.begin(), "none");
  style.languages = std::move(names);
  set_permalinks(text.node({"permalinks"}), style);
  style.future = text.value({"buildfuture"}) == "true";
  if (text.value({"markup", "goldmark", "parser", "autoheadingid"}) == "false")
    style.headings = &heading_style("none");
  if (auto const* const cascade = text.node({"cascade"}); cascade != nullptr)
    add_cascade(*cascade, style.content.front().folder, style);
  for (auto const& content : style.content)
    std::ranges::move(read_cascades(site.root, content.folder, style),
                      std::back_inserter(site.problems));
}

void configure_jekyll(ConfigurationText const& text, ConfiguredSite& site) {
  auto& style = site.style;
  site.base_url = text.value({"url"});
  while (site.base_url.ends_with('/'))
    site.base_url.pop_back();
  site.base_url += site.base_url.empty() ? "" : text.value({"baseurl"});
  if (auto const zone = text.value({"timezone"}); !zone.empty()) style.time_zone = zone;
  if (auto const permalink = text.value({"permalink"}); !permalink.empty()) {
    auto const written = permalink.find('/') == std::string::npos || permalink.starts_with('/')
                             ? permalink
                             : '/' + permalink;
    try {
      style = site_style({written}, std::move(style));
    } catch (std::invalid_argument const&) {
      style.pattern.clear(); // of weeks, names of months
    }
  }
  auto const* const collections = text.node({"collections"});
  for (std::size_t i = 0; collections != nullptr && i < collections->keys.size(); ++i) {
    auto const& name = collections->keys[i].name;
    auto const& said = *collections->children[i];
    auto const* const output = child_of(said, "output");
    if (output != nullptr && output->text == "true") site.exclude.push_back("!/_" + name + '/');
    if (auto const* const pattern = child_of(said, "permalink"))
      add_pattern(style, name, pattern->text);
  }
  for (auto const& pattern : text.values({"exclude"}))
    site.exclude.push_back(pattern.starts_with('/') ? pattern : '/' + pattern);
  for (auto const& pattern : text.values({"include"}))
    site.exclude.push_back("!/" + pattern);
  add_jekyll_defaults(text, style);
  style.future = text.value({"future"}) == "true";
  if (text.value({"kramdown", "auto_ids"}) == "false") style.headings = &heading_style("none");
  bool const optional = text.text().find("jekyll-optional-front-matter") != std::string::npos ||
                        text.node({"remote_theme"}) != nullptr ||
                        read_text(site.root / "Gemfile").find("github-pages") != std::string::npos;
  style.needs_front_matter = !optional;
}

void configure_eleventy(ConfigurationText const& text, ConfiguredSite& site) {
  auto& folder = site.style.content.front().folder;
  folder = text.written_in("dir", "input").value_or(text.written("input").value_or(""));
  while (folder.ends_with('/') || folder == ".")
    folder.pop_back();
  for (std::string_view const key : {"includes", "layouts", "data"}) {
    if (auto const named = text.written_in("dir", key); named && !named->empty())
      site.exclude.push_back(*named + '/');
  }
  if (auto const output = text.written_in("dir", "output"); output && !output->empty())
    site.exclude.push_back('/' + *output + '/');
  std::ifstream ignored(site.root / ".eleventyignore");
  for (std::string line; std::getline(ignored, line);)
    site.exclude.push_back(line);
  auto const& code = text.text();
  bool const anchors = code.find("markdown-it-anchor") != std::string::npos;
  if (anchors && code.find("slugify") == std::string::npos)
    site.style.headings = &heading_style("markdown-it-anchor");
  site.problems = read_directory_data(site.root, folder, site.style);
}

void configure_zola(ConfigurationText const& text, ConfiguredSite& site) {
  site.base_url = text.value({"base_url"});
  auto languages = languages_by_weight(text.node({"languages"}));
  auto const first = text.value({"default_language"});
  put_first(languages, first.empty() ? "en" : first);
  site.style.languages = std::move(languages);
}

} // namespace recap::indexer
