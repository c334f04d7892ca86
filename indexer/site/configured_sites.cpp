// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/configured_sites.hpp"

#include "indexer/site/path_glob.hpp"
#include "indexer/site/preset.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;

std::string joined_url(std::string host, std::string_view path) {
  while (host.ends_with('/'))
    host.pop_back();
  if (!host.empty() && !path.empty() && path != "/")
    host.append(path.starts_with('/') ? "" : "/").append(path);
  return host;
}

/// Renames a folder of the preset, and those below it.
void rename_folder(ConfiguredSite& site, std::string_view from, std::string const& to) {
  for (auto& content : site.style.content) {
    if (content.folder == from || content.folder.starts_with(std::string(from) + '/'))
      content.folder.replace(0, from.size(), to);
  }
}

std::string first_present(ConfigurationText const& text, std::string_view part,
                          std::string_view key, std::string fallback) {
  auto const written = text.written_in(part, key);
  return written ? trimmed_path(*written) : std::move(fallback);
}

std::string route_of(std::string const& folder) {
  return folder.empty() ? "" : '/' + folder;
}

/// Adds the folders of the versions that `versions.json` lists. The latest version has the route of
/// the documents, and their folder `docs/` becomes `/next`.
void add_versions(ConfigurationText const& text, std::string const& docs_route,
                  ConfiguredSite& site) {
  auto const file = site.root / "versions.json";
  std::error_code error;
  if (!fs::exists(fs::symlink_status(file, error))) return;
  ConfigurationText const versions(file);
  require_readable(versions, file);
  std::string latest = text.written_in("docs", "lastVersion").value_or("");
  for (auto const& version : versions.values({})) {
    if (latest.empty()) latest = version;
    site.style.content.push_back({.folder = "versioned_docs/version-" + version,
                                  .route = docs_route + (version == latest ? "" : '/' + version)});
  }
  if (!latest.empty() && latest != "current")
    site.style.content.front().route = docs_route + "/next";
}

void add_translations(ConfigurationText const& text, ConfiguredSite& site) {
  auto const docs_route = site.style.content.front().route;
  auto const blog_route = site.style.content[1].route;
  for (auto const& language : folders_in(site.root / "i18n")) {
    bool const first = language == text.written("defaultLocale").value_or("en");
    auto const prefix = first ? "" : '/' + language;
    auto const add = [&](std::string const& plugin, std::string const& route) {
      site.style.content.push_back(
          {.folder = "i18n/" + language + "/docusaurus-plugin-content-" + plugin,
           .route = prefix + route,
           .language = language});
    };
    add("docs/current", docs_route);
    add("blog", blog_route);
    add("pages", "");
  }
}

/// Excludes what each plugin does, also from its translations and versions.
void exclude_by_plugin(ConfigurationText const& text, ConfiguredSite& site) {
  struct Plugin {
    std::string_view name;
    std::size_t content; ///< of the preset's folders
    std::string_view other_folders = {};
  };
  constexpr auto plugins =
      std::to_array<Plugin>({{"docs", 0, "versioned_docs/"}, {"blog", 1}, {"pages", 2}});
  for (auto const& plugin : plugins) {
    auto const list = text.written_list_in(plugin.name, "exclude");
    auto const translated = "/docusaurus-plugin-content-" + std::string(plugin.name);
    auto const own = site.style.content[plugin.content].folder;
    exclude_written(site, own, "exclude", list);
    for (auto const& content : site.style.content) {
      bool const other =
          !plugin.other_folders.empty() && content.folder.starts_with(plugin.other_folders);
      if (!other && content.folder.find(translated) == std::string::npos) continue;
      for (auto const& pattern : list.values)
        exclude_in(site, content.folder, pattern);
    }
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
    site.problems.push_back({site.file.lexically_normal().string(), 0,
                             std::string(key) + " is computed, which is not read; what else it "
                                                "excludes is indexed, so name that with "
                                                "--exclude"});
}

void configure_docusaurus(ConfigurationText const& text, ConfiguredSite& site) {
  site.base_url =
      joined_url(text.written("url").value_or(""), text.written("baseUrl").value_or(""));
  auto const slash = text.written("trailingSlash");
  if (slash == "true") site.style.pattern = "/:path/";
  if (slash == "false") site.style.pattern = "/:path";
  auto const docs_route = route_of(first_present(text, "docs", "routeBasePath", "docs"));
  auto const blog_route = route_of(first_present(text, "blog", "routeBasePath", "blog"));
  auto const docs = first_present(text, "docs", "path", "docs");
  site.style.content = {
      {.folder = docs, .route = docs_route},
      {.folder = first_present(text, "blog", "path", "blog"), .route = blog_route},
      {.folder = "src/pages"}};
  add_versions(text, docs_route, site);
  add_translations(text, site);
  exclude_by_plugin(text, site);
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
}

} // namespace recap::indexer
