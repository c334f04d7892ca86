// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/configured_sites.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace recap::indexer {
namespace docusaurus {
namespace {

namespace fs = std::filesystem;

/// The plugins for content, in the order of the preset's folders.
struct Plugin {
  std::string_view name;
  std::string_view versions = {}; ///< beginning of the folders of its versions
};

constexpr auto plugins = std::to_array<Plugin>({{"docs", "versioned_docs/"}, {"blog"}, {"pages"}});

std::string first_present(ConfigurationText const& text, std::string_view part,
                          std::string_view key, std::string fallback) {
  auto const written = text.written_in(part, key);
  return written ? trimmed_path(*written) : std::move(fallback);
}

std::string route_of(std::string const& folder) {
  return folder.empty() ? "" : '/' + folder;
}

void exclude_folder(ConfiguredSite& site, std::string const& folder) {
  site.exclude.push_back('/' + folder + '/');
}

/// Adds the folders of the versions in `versions.json`. The latest version gets the route of the
/// documents, and the folder of the documents gets `/next`.
void add_versions(ConfigurationText const& text, std::string const& docs_route,
                  ConfiguredSite& site) {
  auto const file = site.root / "versions.json";
  std::error_code error;
  if (!fs::exists(fs::symlink_status(file, error))) return;
  ConfigurationText const versions(file);
  require_readable(versions, file);
  std::string latest = text.written_in("docs", "lastVersion").value_or("");
  auto const only = text.written_list_in("docs", "onlyIncludeVersions");
  auto const is_built = [&](std::string const& version) {
    return only.values.empty() || std::ranges::find(only.values, version) != only.values.end();
  };
  if (only.computed)
    note_unread(site, "onlyIncludeVersions is computed and cannot be read; all versions are "
                      "indexed; exclude others with --exclude");
  for (auto const& version : versions.values({})) {
    if (latest.empty()) latest = version;
    if (!is_built(version)) exclude_folder(site, "versioned_docs/version-" + version);
    site.style.content.push_back({.folder = "versioned_docs/version-" + version,
                                  .route = docs_route + (version == latest ? "" : '/' + version)});
  }
  if (!latest.empty() && latest != "current")
    site.style.content.front().route = docs_route + "/next";
  if (!is_built("current") || text.written_in("docs", "includeCurrentVersion") == "false") {
    exclude_folder(site, site.style.content.front().folder);
    site.exclude.push_back("/i18n/*/docusaurus-plugin-content-docs/current/");
  }
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

/// Applies the `exclude` of each plugin to its folder, versions and translations, and excludes
/// these if the plugin is off.
void exclude_by_plugin(ConfigurationText const& text, ConfiguredSite& site) {
  for (std::size_t i = 0; i < plugins.size(); ++i) {
    auto const& [name, versions] = plugins[i];
    auto const list = text.written_list_in(name, "exclude");
    auto const translated = "/docusaurus-plugin-content-" + std::string(name);
    auto const own = site.style.content[i].folder;
    exclude_written(site, own, "exclude", list);
    bool const off = text.has_written(name, "false");
    if (off) exclude_folder(site, own);
    for (auto const& content : site.style.content) {
      bool const version = !versions.empty() && content.folder.starts_with(versions);
      if (!version && content.folder.find(translated) == std::string::npos) continue;
      if (off) exclude_folder(site, content.folder);
      for (auto const& pattern : list.values)
        exclude_in(site, content.folder, pattern);
    }
  }
}

} // namespace
} // namespace docusaurus

void configure_docusaurus(ConfigurationText const& text, ConfiguredSite& site) {
  site.base_url =
      joined_url(text.written("url").value_or(""), text.written("baseUrl").value_or(""));
  auto const slash = text.written("trailingSlash");
  if (slash == "true") site.style.pattern = "/:path/";
  if (slash == "false") site.style.pattern = "/:path";
  auto const docs_route =
      docusaurus::route_of(docusaurus::first_present(text, "docs", "routeBasePath", "docs"));
  auto const blog_route =
      docusaurus::route_of(docusaurus::first_present(text, "blog", "routeBasePath", "blog"));
  auto const docs = docusaurus::first_present(text, "docs", "path", "docs");
  site.style.content = {{.folder = docs, .route = docs_route, .of_preset = "docs"},
                        {.folder = docusaurus::first_present(text, "blog", "path", "blog"),
                         .route = blog_route,
                         .of_preset = "blog"},
                        {.folder = "src/pages"}};
  docusaurus::add_versions(text, docs_route, site);
  docusaurus::add_translations(text, site);
  docusaurus::exclude_by_plugin(text, site);
}

} // namespace recap::indexer
