// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/configured_sites.hpp"

#include "indexer/site/preset.hpp"
#include "text/ascii.hpp"

#include <algorithm>
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

std::string trimmed_path(std::string_view path) {
  path = text::trimmed(path, " \t");
  while (path.starts_with("./"))
    path.remove_prefix(2);
  while (path.ends_with('/') || path == ".")
    path.remove_suffix(1);
  while (path.starts_with('/'))
    path.remove_prefix(1);
  return std::string(path);
}

/// `src` and what is below it of the preset's folders is another.
void rename_folder(ConfiguredSite& site, std::string_view from, std::string const& to) {
  for (auto& content : site.style.content) {
    if (content.folder == from || content.folder.starts_with(std::string(from) + '/'))
      content.folder.replace(0, from.size(), to);
  }
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

std::string first_present(ConfigurationText const& text, std::string_view part,
                          std::string_view key, std::string fallback) {
  auto const written = text.written_in(part, key);
  return written ? trimmed_path(*written) : std::move(fallback);
}

std::string route_of(std::string const& folder) {
  return folder.empty() ? "" : '/' + folder;
}

} // namespace

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
  auto const versions = ConfigurationText(site.root / "versions.json");
  std::string latest = text.written_in("docs", "lastVersion").value_or("");
  std::string current = docs_route;
  std::string list = versions.text();
  for (auto open = list.find('"'); open != std::string::npos; open = list.find('"', open)) {
    auto const close = list.find('"', open + 1);
    if (close == std::string::npos) break;
    auto const version = list.substr(open + 1, close - open - 1);
    open = close + 1;
    if (latest.empty()) latest = version;
    site.style.content.push_back({.folder = "versioned_docs/version-" + version,
                                  .route = docs_route + (version == latest ? "" : '/' + version)});
  }
  if (!latest.empty() && latest != "current") site.style.content.front().route = current + "/next";
  for (auto const& language : folders_in(site.root / "i18n")) {
    bool const first = language == text.written("defaultLocale").value_or("en");
    auto const prefix = first ? "" : '/' + language;
    auto const add = [&](std::string const& plugin, std::string const& route) {
      site.style.content.push_back(
          {.folder = "i18n/" + language + "/docusaurus-plugin-content-" + plugin,
           .route = prefix + route,
           .language = language});
    };
    add("docs/current", site.style.content.front().route);
    add("blog", blog_route);
    add("pages", "");
  }
}

void configure_vitepress(ConfigurationText const& text, ConfiguredSite& site) {
  site.base_url =
      joined_url(text.written("hostname").value_or(""), text.written("base").value_or(""));
  if (text.written("cleanUrls") == "true") site.style.pattern = "/:path";
  if (auto const folder = text.written("srcDir"))
    site.style.content.front().folder = trimmed_path(*folder);
  for (auto const& pattern : text.written_list("srcExclude"))
    site.exclude.push_back(pattern.starts_with("**") ? pattern : '/' + pattern);
}

void configure_astro(ConfigurationText const& text, ConfiguredSite& site) {
  site.base_url = joined_url(text.written("site").value_or(""), text.written("base").value_or(""));
  if (auto const folder = text.written("srcDir")) rename_folder(site, "src", trimmed_path(*folder));
  if (text.written("trailingSlash") == "never") site.style.pattern = "/:path";
  if (text.written_in("build", "format") == "file") site.style.pattern = "/:path.html";
}

void configure_mkdocs(ConfigurationText const& text, ConfiguredSite& site) {
  site.base_url = text.value({"site_url"});
  if (auto const folder = trimmed_path(text.value({"docs_dir"})); !folder.empty())
    site.style.content.front().folder = folder;
  if (text.value({"use_directory_urls"}) == "false") site.style.pattern = "/:path.html";
  // `slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}` and its like.
  auto const slugify = text.text().find("slugify:");
  auto const line = slugify == std::string::npos ? "" : text.text().substr(slugify, 200);
  if (line.find("pymdownx.slugs") != std::string::npos ||
      line.find("slugify_unicode") != std::string::npos)
    site.style.headings = &heading_style("python-markdown-unicode");
  for (std::string_view const key : {"exclude_docs", "draft_docs"}) {
    std::string lines = text.value({key});
    for (std::size_t begin = 0; begin < lines.size();) {
      auto const end = std::min(lines.find('\n', begin), lines.size());
      auto const pattern =
          text::trimmed(std::string_view(lines).substr(begin, end - begin), " \t\r");
      begin = end + 1;
      if (pattern.empty() || pattern.starts_with('#')) continue;
      bool const tied = pattern.starts_with('/');
      site.exclude.push_back(tied ? '/' + site.style.content.front().folder + std::string(pattern)
                                  : std::string(pattern));
    }
  }
}

} // namespace recap::indexer
