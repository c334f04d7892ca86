// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/configured_sites.hpp"

#include "indexer/site/preset.hpp"
#include "tests/indexer/site/project.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::indexer;

namespace {

using Texts = std::vector<std::string>;

Texts excluded(std::string const& folder, std::string_view pattern) {
  ConfiguredSite site;
  exclude_in(site, folder, pattern);
  return site.exclude;
}

} // namespace

TEST_CASE("a path has no dots, space and slashes at its ends") {
  for (auto const* path : {"a/b", "./a/b/", "/a/b", " a/./b ", "a//b", "a/c/../b"}) {
    INFO(path);
    CHECK(trimmed_path(path) == "a/b");
  }
  for (auto const* path : {"", ".", "./", "/", " "}) {
    INFO(path);
    CHECK(trimmed_path(path).empty());
  }
}

TEST_CASE("a host and a path have one slash between them") {
  CHECK(joined_url("https://e.org/", "/a/") == "https://e.org/a/");
  CHECK(joined_url("https://e.org", "a") == "https://e.org/a");
  CHECK(joined_url("https://e.org//", "/") == "https://e.org");
  CHECK(joined_url("https://e.org", "") == "https://e.org");
  CHECK(joined_url("", "/a").empty());
}

TEST_CASE("folders are listed in order, without files, and none below what is not there") {
  Project const project;
  project.write("b/x");
  project.write("a/x");
  project.write("c");
  CHECK(folders_in(project.folder.path()) == Texts{".git", "a", "b"});
  CHECK(folders_in(project.folder.path() / "missing").empty());
  CHECK(folders_in(project.folder.path() / "c").empty());
}

TEST_CASE("a pattern holds in its folder, whatever it begins with") {
  CHECK(excluded("docs", "a.md") == Texts{"/docs/a.md"});
  CHECK(excluded("docs", "././/a/*.md") == Texts{"/docs/a/*.md"});
  CHECK(excluded("docs", "!./a.md") == Texts{"!/docs/a.md"});
  CHECK(excluded("", "{a,b}.md") == Texts{"/a.md", "/b.md"});
  for (auto const* pattern : {"", "!", "./", "/"}) {
    INFO(pattern);
    CHECK(excluded("docs", pattern).empty());
  }
}

TEST_CASE("items of a list that are no literals are reported once, with what to do") {
  ConfiguredSite site{.file = "a/./config.js"};
  exclude_written(site, "docs", "srcExclude", {.values = {"a", "b"}, .computed = true});
  CHECK(site.exclude == Texts{"/docs/a", "/docs/b"});
  REQUIRE(site.problems.size() == 1);
  CHECK(site.problems[0].file == "a/config.js");
  CHECK(site.problems[0].reason.starts_with("srcExclude is computed and cannot be read; "));
  exclude_written(site, "docs", "srcExclude", {});
  CHECK(site.problems.size() == 1);
}

TEST_CASE("the pattern of a folder is left out if its placeholders are unknown") {
  SiteStyle style = site_style({"hugo"});
  add_folder_pattern(style, "a", "/:year/:slug/");
  add_folder_pattern(style, "b", "/:nothing/");
  add_folder_pattern(style, "c", ":year/");
  CHECK(style.folders.size() == 1);
  CHECK(style.folders.at("a") == "/:year/:slug/");
}

TEST_CASE("literals of VitePress's and Astro's programs are read") {
  auto const vitepress =
      site_of(".vitepress/config.js", "export default {srcDir: './docs', cleanUrls: true,\n"
                                      "srcExclude: ['**/x.md'], sitemap: {hostname: 'https://e.org'"
                                      "}, base: '/b/'}");
  CHECK(vitepress.base_url == "https://e.org/b/");
  CHECK(vitepress.style.pattern == "/:path");
  CHECK(vitepress.style.content.at(0).folder == "docs");
  CHECK(has(vitepress.exclude, "/docs/**/x.md"));
  auto const astro = site_of("astro.config.mjs", "export default {site: 'https://e.org', base: 'b',"
                                                 " srcDir: 'source', build: {format: 'file'}}");
  CHECK(astro.base_url == "https://e.org/b");
  CHECK(astro.style.pattern == "/:path.html");
  REQUIRE(astro.style.content.size() == 3);
  CHECK(astro.style.content[0].folder == "source/pages");
  CHECK(astro.style.content[1].of_preset == "src/content/docs");
  CHECK(site_of("astro.config.mjs", "trailingSlash: 'never'").style.pattern == "/:path");
}

TEST_CASE("MkDocs inherits configurations, but not from itself") {
  Project const project;
  project.write("mkdocs.yml", "INHERIT: base/a.yml\ndocs_dir: ./text\n");
  project.write("base/a.yml",
                "INHERIT: b.yml\nsite_url: https://a.org\nuse_directory_urls: false\n");
  project.write("base/b.yml", "site_url: https://b.org\n");
  project.write("text/a.md");
  CHECK(project.site().base_url == "https://a.org");
  CHECK(project.site().style.content.at(0).folder == "text");
  CHECK(project.site().style.pattern == "/:path.html");
  project.write("base/b.yml", "INHERIT: a.yml\n");
  CHECK(project.refusal().starts_with("mkdocs.yml: inherits from more than eight files"));
  project.write("base/b.yml", "a: [\n");
  CHECK(project.refusal().starts_with("base/b.yml:"));
  std::filesystem::remove(project.folder.path() / "base/b.yml");
  CHECK(project.refusal().starts_with("base/b.yml:"));
}

TEST_CASE("documents that MkDocs or its plugins exclude are kept out") {
  auto const site = site_of(
      "mkdocs.yml", "exclude_docs: |\n  # no\n  *.tmp\r\n  /a.md\n  !b/c.md\n\ndraft_docs: d/e.md\n"
                    "plugins:\n  - search\n  - exclude:\n      glob: f/*\n      regex: ['g$']\n"
                    "  - exclude-search: {exclude: [h.md, 'i.md#part']}\n");
  for (auto const* pattern :
       {"*.tmp", "/docs/a.md", "!/docs/b/c.md", "/docs/d/e.md", "/docs/h.md"}) {
    INFO(pattern);
    CHECK(has(site.exclude, pattern));
  }
  CHECK(std::ranges::any_of(site.exclude,
                            [](auto const& each) { return each.starts_with("/docs/f/"); }));
  for (auto const* pattern : {"/docs/i.md#part", "# no", ""}) {
    INFO(pattern);
    CHECK_FALSE(has(site.exclude, pattern));
  }
  REQUIRE(site.expressions.size() == 1);
  CHECK(site.expressions[0].ends_with("/docs/\\E(?:g$)"));
  Project const project;
  project.write("mkdocs.yml", "plugins:\n  exclude:\n    regex: '('\n");
  CHECK(project.refusal().starts_with("mkdocs.yml: regex: "));
}

TEST_CASE("MkDocs can be set to make slugs in all languages") {
  auto const slugs = [](std::string const& line) {
    return heading_style_of(site_of("mkdocs.yml", line).style).name;
  };
  CHECK(slugs("a: b") == "python-markdown");
  CHECK(
      slugs(
          "markdown_extensions:\n  - toc:\n"
          "      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}\n") ==
      "python-markdown-unicode");
}
