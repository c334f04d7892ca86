// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/site_configuration.hpp"

#include "indexer/site/configured_sites.hpp"
#include "indexer/site/preset.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;

struct Mark {
  std::string_view preset;
  std::span<std::string_view const> files; ///< the first that exists counts
  /// False for a file of another generator.
  bool (*is)(fs::path const& root, fs::path const& file, ConfigurationText const& text);
  void (*configure)(ConfigurationText const& text, ConfiguredSite& site);
};

bool is_there(fs::path const& path) {
  std::error_code error;
  return fs::exists(path, error);
}

/// True also for a broken link, whose content is unknown.
bool is_named(fs::path const& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

bool always(fs::path const&, fs::path const&, ConfigurationText const&) {
  return true;
}

bool names_content_folder(ConfigurationText const& text) {
  if (!text.value({"contentdir"}).empty()) return true;
  auto const* const languages = text.node({"languages"});
  return languages != nullptr && std::ranges::any_of(languages->children, [](auto const& language) {
           return child_of(*language, "contentdir") != nullptr;
         });
}

/// Many programs have a config.toml.
bool is_hugo(fs::path const& root, fs::path const& file, ConfigurationText const& text) {
  if (file.stem() == "hugo") return true;
  return (is_there(root / "content") || names_content_folder(text)) &&
         text.text().find("base_url") == std::string::npos;
}

bool is_zola(fs::path const& root, fs::path const&, ConfigurationText const& text) {
  return is_there(root / "content") && text.text().find("base_url") != std::string::npos;
}

/// Hexo also has a _config.yml.
bool is_jekyll(fs::path const& root, fs::path const&, ConfigurationText const&) {
  return !is_there(root / "scaffolds") && !is_there(root / "source" / "_posts");
}

constexpr auto hugo_files = std::to_array<std::string_view>(
    {"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml",
     "config.json", "config/_default/hugo.toml", "config/_default/hugo.yaml",
     "config/_default/config.toml", "config/_default/config.yaml"});
constexpr auto docusaurus_files = std::to_array<std::string_view>(
    {"docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs",
     "docusaurus.config.cjs", "docusaurus.config.mts"});
constexpr auto vitepress_files = std::to_array<std::string_view>(
    {".vitepress/config.js", ".vitepress/config.ts", ".vitepress/config.mjs",
     ".vitepress/config.mts", ".vitepress/config/index.ts", ".vitepress/config/index.js"});
constexpr auto astro_files =
    std::to_array<std::string_view>({"astro.config.mjs", "astro.config.js", "astro.config.ts",
                                     "astro.config.mts", "astro.config.cjs"});
constexpr auto eleventy_files =
    std::to_array<std::string_view>({"eleventy.config.js", "eleventy.config.mjs",
                                     "eleventy.config.cjs", "eleventy.config.ts", ".eleventy.js"});
constexpr auto mkdocs_files = std::to_array<std::string_view>({"mkdocs.yml", "mkdocs.yaml"});
constexpr auto jekyll_files =
    std::to_array<std::string_view>({"_config.yml", "_config.yaml", "_config.toml"});
constexpr auto zola_files = std::to_array<std::string_view>({"zola.toml", "config.toml"});

constexpr auto marks = std::to_array<Mark>({
    {"docusaurus", docusaurus_files, always, configure_docusaurus},
    {"vitepress", vitepress_files, always, configure_vitepress},
    {"astro", astro_files, always, configure_astro},
    {"eleventy", eleventy_files, always, configure_eleventy},
    {"mkdocs", mkdocs_files, always, configure_mkdocs},
    {"jekyll", jekyll_files, is_jekyll, configure_jekyll},
    {"zola", zola_files, is_zola, configure_zola},
    {"hugo", hugo_files, is_hugo, configure_hugo},
});

/// Includes the folders of articles, and excludes what the generator always does.
void set_files(ConfiguredSite& site) {
  bool const whole = std::ranges::any_of(
      site.style.content, [](auto const& content) { return content.folder.empty(); });
  for (auto const& content : site.style.content) {
    if (content.folder == ".." || content.folder.starts_with("../"))
      throw std::runtime_error(site.file.lexically_normal().string() + ": its articles are in " +
                               content.folder + ", outside of its folder; index that folder with " +
                               "--site " + std::string(site.style.site->name));
    if (!whole) site.include.push_back('/' + content.folder + '/');
  }
  std::vector<std::string> always;
  auto const& first = site.style.content.front().folder;
  for (auto const pattern : site.style.site->unpublished) {
    bool const tied = pattern.starts_with('/') && !first.empty();
    always.push_back((tied ? '/' + first : "") + std::string(pattern));
  }
  site.exclude.insert(site.exclude.begin(), always.begin(), always.end());
}

/// A row of `marks`, and its file.
struct Found {
  Mark const* mark;
  std::string_view file;
};

/// What is configured in `root`, in the order of `marks`.
std::vector<Found> found_in(fs::path const& root, std::string_view name) {
  std::vector<Found> all;
  for (auto const& mark : marks) {
    if (!name.empty() && mark.preset != name) continue;
    auto const file = std::ranges::find_if(mark.files, [&](std::string_view each) {
      return is_named(root / each) && mark.is(root, root / each, ConfigurationText(root / each));
    });
    if (file != mark.files.end()) all.push_back({&mark, *file});
  }
  return all;
}

/// Notes the configurations of other generators in the same folder.
void note_others(std::span<Found const> others, ConfiguredSite& site) {
  if (others.empty()) return;
  std::string names;
  for (auto const& other : others)
    names.append(names.empty() ? "" : ", ")
        .append(other.file)
        .append(" (")
        .append(preset_named(other.mark->preset)->title)
        .append(")");
  site.problems.push_back({site.file.lexically_normal().string(), 0,
                           std::string(site.style.site->title) + " is taken, though there " +
                               (others.size() == 1 ? "is" : "are") + " also " + names +
                               "; choose with --site"});
}

std::optional<ConfiguredSite> site_in(fs::path const& root, std::string_view name) {
  auto const found = found_in(root, name);
  if (found.empty()) return std::nullopt;
  auto const& mark = *found.front().mark;
  auto const file = root / found.front().file;
  ConfigurationText const text(file);
  require_readable(text, file);
  ConfiguredSite site{.root = root, .file = file};
  site.style.site = site.style.addresses = preset_named(mark.preset);
  site.style.configured = true;
  for (auto const& folder : site.style.site->folders)
    site.style.content.push_back(
        {.folder = std::string(folder.folder), .route = std::string(folder.route)});
  mark.configure(text, site);
  set_files(site);
  note_others(std::span(found).subspan(1), site);
  return site;
}

/// True if the source is in one of the folders of articles, or contains one.
bool concerns(ConfiguredSite const& site, std::string const& place) {
  auto const within = [](std::string const& inner, std::string const& outer) {
    return outer.empty() || inner == outer || inner.starts_with(outer + '/');
  };
  return std::ranges::any_of(site.style.content, [&](auto const& content) {
    return within(place, content.folder) || within(content.folder, place);
  });
}

} // namespace

std::string place_in(fs::path const& source, fs::path const& root) {
  std::error_code error;
  auto const relative = fs::absolute(source, error)
                            .lexically_normal()
                            .lexically_relative(fs::absolute(root, error).lexically_normal());
  std::string place = relative.generic_string();
  while (place.ends_with('/'))
    place.pop_back();
  return place == "." ? "" : place;
}

std::optional<ConfiguredSite> find_site(fs::path const& source, std::string_view name) {
  constexpr int most_levels = 8;
  std::error_code error;
  auto folder = fs::absolute(source, error).lexically_normal();
  if (!fs::is_directory(folder, error)) folder = folder.parent_path();
  if (!folder.has_filename()) folder = folder.parent_path();
  auto const first = folder;
  for (int level = 0; level < most_levels; ++level) {
    auto site = site_in(folder, name);
    if (site && concerns(*site, place_in(source, folder))) return site;
    if (is_there(folder / ".git") || folder == folder.parent_path()) break;
    folder = folder.parent_path();
  }
  for (std::string_view const below : {"docs", "website"}) {
    if (auto site = site_in(first / below, name)) return site;
  }
  return std::nullopt;
}

} // namespace recap::indexer
