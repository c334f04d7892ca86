// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/preset.hpp"

#include "indexer/site/docusaurus.hpp"
#include "indexer/site/hugo.hpp"
#include "indexer/site/jekyll.hpp"
#include "indexer/site/plain_sites.hpp"
#include "indexer/site/zola.hpp"

#include <algorithm>
#include <array>

namespace recap::indexer {
namespace {

using Folder = Preset::Folder;
using Pattern = std::string_view;
using Waits = Preset::Waits;

constexpr auto whole_project = std::to_array<Folder>({{""}});
constexpr auto content = std::to_array<Folder>({{"content"}});
constexpr auto docs = std::to_array<Folder>({{"docs"}});
constexpr auto docusaurus_folders =
    std::to_array<Folder>({{"docs", "/docs"}, {"blog", "/blog"}, {"src/pages"}});
constexpr auto astro_folders =
    std::to_array<Folder>({{"src/pages"}, {"src/content/docs"}, {"src/content"}});

constexpr auto hugo_unpublished = std::to_array<Pattern>({"\\#*", "*~"});
constexpr auto mkdocs_unpublished = std::to_array<Pattern>({"/templates/"});
/// `[name].md` is a template for several routes.
constexpr auto vitepress_unpublished = std::to_array<Pattern>({"node_modules/", "*[[]*"});
constexpr auto underscored = std::to_array<Pattern>({"_*", "node_modules/"});
constexpr auto jekyll_unpublished = std::to_array<Pattern>(
    {"_*", "!_posts/", "!_drafts/", "\\#*", "*~", "/node_modules/", "/vendor/"});
constexpr auto docusaurus_unpublished =
    std::to_array<Pattern>({"_*", "*.test.*", "__tests__/", "node_modules/"});
constexpr auto eleventy_unpublished =
    std::to_array<Pattern>({"node_modules/", "_includes/", "_data/", "_site/"});

constexpr auto preset_rows = std::to_array<Preset>({
    {.name = "path",
     .title = "no generator",
     .anchors = "github",
     .pattern = "/:path",
     .folders = whole_project,
     .address = path_address,
     .slug_is_id = true},
    {.name = "html",
     .title = "built pages",
     .anchors = "github",
     .pattern = "/:path",
     .folders = whole_project,
     .address = path_address,
     .slug_is_id = true},
    {.name = "hugo",
     .title = "Hugo",
     .anchors = "hugo",
     .folders = content,
     .unpublished = hugo_unpublished,
     .placeholders = hugo_placeholders,
     .address = hugo_address,
     .stated = hugo_stated,
     .suffix_languages = true,
     .bundles = true,
     .builds_drafts_folder = true,
     .waits = Waits::by_date},
    {.name = "jekyll",
     .title = "Jekyll",
     .anchors = "kramdown",
     .pattern = "/:categories/:year/:month/:day/:title:output_ext",
     .folders = whole_project,
     .unpublished = jekyll_unpublished,
     .placeholders = jekyll_placeholders,
     .address = jekyll_address,
     .stated = jekyll_stated,
     .waits = Waits::by_date_or_name},
    {.name = "docusaurus",
     .title = "Docusaurus",
     .anchors = "docusaurus",
     .pattern = "/:path",
     .folders = docusaurus_folders,
     .unpublished = docusaurus_unpublished,
     .placeholders = path_placeholders,
     .address = docusaurus_address,
     .id_is_address = true},
    {.name = "vitepress",
     .title = "VitePress",
     .anchors = "vitepress",
     .pattern = "/:path.html",
     .folders = whole_project,
     .unpublished = vitepress_unpublished,
     .placeholders = path_placeholders,
     .address = page_address},
    {.name = "astro",
     .title = "Astro",
     .anchors = "astro",
     .pattern = "/:path/",
     .folders = astro_folders,
     .unpublished = underscored,
     .placeholders = path_placeholders,
     .address = astro_address},
    {.name = "mkdocs",
     .title = "MkDocs",
     .anchors = "python-markdown",
     .pattern = "/:path/",
     .folders = docs,
     .unpublished = mkdocs_unpublished,
     .placeholders = path_placeholders,
     .address = mkdocs_address,
     .index_before_readme = true},
    {.name = "eleventy",
     .title = "Eleventy",
     .anchors = "none",
     .pattern = "/:path/",
     .folders = whole_project,
     .unpublished = eleventy_unpublished,
     .placeholders = path_placeholders,
     .address = eleventy_address,
     .stated = eleventy_stated},
    {.name = "zola",
     .title = "Zola",
     .anchors = "zola",
     .pattern = "/:path/",
     .folders = content,
     .placeholders = path_placeholders,
     .address = zola_address,
     .suffix_languages = true,
     .bundles = true},
});

} // namespace

std::span<Preset const> presets() {
  return preset_rows;
}

Preset const& no_generator() {
  return preset_rows.front();
}

Preset const* preset_named(std::string_view name) {
  auto const* const found = std::ranges::find(preset_rows, name, &Preset::name);
  return found == preset_rows.end() ? nullptr : &*found;
}

std::string preset_names() {
  std::string names;
  for (auto const& row : preset_rows)
    names.append(names.empty() ? "" : ", ").append(row.name);
  return names;
}

} // namespace recap::indexer
