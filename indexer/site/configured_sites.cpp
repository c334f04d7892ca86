// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/configured_sites.hpp"

#include "indexer/site/path_expressions.hpp"
#include "indexer/site/path_glob.hpp"
#include "indexer/site/preset.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;

/// Renames a folder of the preset, and those below it.
void rename_folder(ConfiguredSite& site, std::string_view from, std::string const& to) {
  for (auto& content : site.style.content) {
    if (content.folder != from && !content.folder.starts_with(std::string(from) + '/')) continue;
    content.of_preset = content.folder;
    content.folder.replace(0, from.size(), to);
  }
}

/// The lines of MkDocs' `exclude_docs`, as in .gitignore.
void exclude_documents(std::string_view lines, ConfiguredSite& site) {
  auto const& folder = site.style.content.front().folder;
  while (!lines.empty()) {
    auto const end = std::min(lines.find('\n'), lines.size());
    auto pattern = text::trimmed(lines.substr(0, end), " \t\r");
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (pattern.empty() || pattern.starts_with('#')) continue;
    std::string const sign = pattern.starts_with('!') ? "!" : "";
    pattern.remove_prefix(sign.size());
    bool const tied = pattern.find('/') < pattern.size() - 1;
    if (pattern.starts_with('/')) pattern.remove_prefix(1);
    site.exclude.push_back(sign + (tied ? '/' + folder + '/' : "") + std::string(pattern));
  }
}

/// The options of a plugin of MkDocs, a map; nullptr if it is not used or has none.
metadata::Node const* options_of(ConfigurationText const& text, std::string_view plugin) {
  auto const* const plugins = text.node({"plugins"});
  if (plugins == nullptr) return nullptr;
  if (auto const* const options = child_of(*plugins, plugin)) return options;
  for (auto const& each : plugins->children) {
    if (auto const* const options = child_of(*each, plugin)) return options;
  }
  return nullptr;
}

std::vector<std::string> texts_of(metadata::Node const* options, std::string_view key) {
  auto const* const list = options == nullptr ? nullptr : child_of(*options, key);
  if (list == nullptr) return {};
  std::vector<std::string> all;
  if (!list->text.empty()) all.push_back(list->text);
  for (auto const& child : list->children)
    all.push_back(child->text);
  return all;
}

/// The plugins mkdocs-exclude, in whose patterns `*` crosses folders, and mkdocs-exclude-search.
void exclude_by_plugins(ConfigurationText const& text, ConfiguredSite& site) {
  std::error_code error;
  auto const& folder = site.style.content.front().folder;
  auto const* const exclude = options_of(text, "exclude");
  auto patterns = texts_of(exclude, "glob");
  for (auto const& pattern : texts_of(options_of(text, "exclude-search"), "exclude"))
    patterns.push_back(pattern);
  for (auto const& written : patterns) {
    // A single heading, after `#`, cannot be excluded here.
    if (written.find('#') != std::string::npos) continue;
    for (auto const& pattern : crossing_patterns(written))
      site.exclude.push_back('/' + folder + '/' + pattern);
  }
  auto const root = fs::absolute(site.root / folder, error).lexically_normal().generic_string();
  for (auto const& expression : texts_of(exclude, "regex"))
    site.expressions.push_back("^\\Q" + root + "/\\E(?:" + expression + ")");
  check_expressions("regex", site);
}

/// `text` with the configurations that it inherits, the nearest counting first.
ConfigurationText inherited_configuration(ConfigurationText text, ConfiguredSite const& site) {
  constexpr int most = 8;
  auto file = site.file;
  std::string parent = text.value({"inherit"});
  for (int level = 0; !parent.empty(); ++level) {
    if (level == most)
      throw std::runtime_error(site.file.lexically_normal().string() +
                               ": inherits from more than eight files, or from itself");
    file = file.parent_path() / parent;
    ConfigurationText const next(file);
    require_readable(next, file);
    parent = next.value({"inherit"});
    text.inherit(next);
  }
  return text;
}

} // namespace

std::string joined_url(std::string host, std::string_view path) {
  while (host.ends_with('/'))
    host.pop_back();
  if (!host.empty() && !path.empty() && path != "/")
    host.append(path.starts_with('/') ? "" : "/").append(path);
  return host;
}

std::string trimmed_path(std::string_view path) {
  auto place = fs::path(text::trimmed(path, " \t")).lexically_normal().generic_string();
  while (place.ends_with('/') || place == ".")
    place.pop_back();
  while (place.starts_with('/'))
    place.erase(0, 1);
  return place;
}

std::vector<std::string> folders_in(fs::path const& path) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
    std::error_code unknown;
    if (at->is_directory(unknown)) names.push_back(at->path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

void note_unread(ConfiguredSite& site, std::string reason) {
  site.problems.push_back({site.file.lexically_normal().string(), 0, std::move(reason)});
}

void check_expressions(std::string_view key, ConfiguredSite const& site) {
  try {
    PathExpressions const tried(site.expressions);
  } catch (std::invalid_argument const& error) {
    throw std::runtime_error(site.file.lexically_normal().string() + ": " + std::string(key) +
                             ": " + error.what());
  }
}

void add_folder_pattern(SiteStyle& style, std::string const& folder, std::string const& pattern) {
  bool const known =
      pattern.starts_with('/') && !unknown_placeholder(pattern, style.addresses->placeholders());
  if (known) style.folders[folder] = pattern;
}

void exclude_in(ConfiguredSite& site, std::string const& folder, std::string_view pattern) {
  std::string const sign = pattern.starts_with('!') ? "!" : "";
  pattern.remove_prefix(sign.size());
  while (pattern.starts_with("./"))
    pattern.remove_prefix(2);
  while (pattern.starts_with('/'))
    pattern.remove_prefix(1);
  if (pattern.empty()) return;
  for (auto const& each : path_patterns(pattern))
    site.exclude.push_back(sign + '/' + folder + (folder.empty() ? "" : "/") + each);
}

void exclude_written(ConfiguredSite& site, std::string const& folder, std::string_view key,
                     WrittenList const& list) {
  for (auto const& pattern : list.values)
    exclude_in(site, folder, pattern);
  if (list.computed)
    note_unread(site, std::string(key) + " is computed and cannot be read; name the other files "
                                         "that it excludes with --exclude");
}

void configure_vitepress(ConfigurationText const& text, ConfiguredSite& site) {
  site.base_url =
      joined_url(text.written("hostname").value_or(""), text.written("base").value_or(""));
  if (text.written("cleanUrls") == "true") site.style.pattern = "/:path";
  if (auto const folder = text.written("srcDir"))
    site.style.content.front().folder = trimmed_path(*folder);
  exclude_written(site, site.style.content.front().folder, "srcExclude",
                  text.written_list("srcExclude"));
}

void configure_astro(ConfigurationText const& text, ConfiguredSite& site) {
  site.base_url = joined_url(text.written("site").value_or(""), text.written("base").value_or(""));
  if (auto const folder = text.written("srcDir")) rename_folder(site, "src", trimmed_path(*folder));
  if (text.written("trailingSlash") == "never") site.style.pattern = "/:path";
  if (text.written_in("build", "format") == "file") site.style.pattern = "/:path.html";
}

void configure_mkdocs(ConfigurationText const& file, ConfiguredSite& site) {
  auto const text = inherited_configuration(file, site);
  site.base_url = text.value({"site_url"});
  if (auto const folder = trimmed_path(text.value({"docs_dir"})); !folder.empty())
    site.style.content.front().folder = folder;
  if (text.value({"use_directory_urls"}) == "false") site.style.pattern = "/:path.html";
  // Also `slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}`.
  auto const slugify = text.text().find("slugify:");
  auto const line = slugify == std::string::npos ? "" : text.text().substr(slugify, 200);
  if (line.find("pymdownx.slugs") != std::string::npos ||
      line.find("slugify_unicode") != std::string::npos)
    site.style.headings = &heading_style("python-markdown-unicode");
  for (std::string_view const key : {"exclude_docs", "draft_docs"})
    exclude_documents(text.value({key}), site);
  exclude_by_plugins(text, site);
}

} // namespace recap::indexer
