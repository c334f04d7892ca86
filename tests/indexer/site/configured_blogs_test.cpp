// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/configured_sites.hpp"

#include "indexer/site/preset.hpp"
#include "tests/indexer/site/project.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::indexer;

namespace {

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("a pattern of Jekyll's that is not known leaves the rest of its configuration") {
  for (auto const* permalink : {"weekdate", "/:week/:title/"}) {
    INFO(permalink);
    auto const site =
        site_of("_config.yml",
                "timezone: Asia/Seoul\npermalink: " + std::string(permalink) + "\nsource: src\n");
    CHECK(site.style.site->name == "jekyll");
    CHECK(site.style.pattern.empty());
    CHECK(site.style.time_zone == "Asia/Seoul");
    CHECK(site.style.configured);
    CHECK(site.style.languages == Texts{"en", "ko"});
    REQUIRE(site.style.content.size() == 1);
    CHECK(site.style.content[0].folder == "src");
  }
  CHECK(site_of("_config.yml", "permalink: pretty").style.pattern ==
        "/:categories/:year/:month/:day/:title/");
  CHECK(site_of("_config.yml", "permalink: :year/:title/").style.pattern == "/:year/:title/");
}

TEST_CASE("the address of a Jekyll site has its base path only behind a host") {
  CHECK(site_of("_config.yml", "url: https://e.org/\nbaseurl: /blog").base_url ==
        "https://e.org/blog");
  CHECK(site_of("_config.yml", "baseurl: /blog").base_url.empty());
}

TEST_CASE("collections of Jekyll are published if they are written, with their patterns") {
  auto const site = site_of("_config.yml", "collections_dir: all\n"
                                           "collections:\n  guides:\n    output: true\n"
                                           "    permalink: /help/:name/\n  notes:\n    x: y\n"
                                           "  tips: {output: true, permalink: /:unknown/}\n");
  CHECK(has(site.exclude, "!/all/_guides/"));
  CHECK_FALSE(has(site.exclude, "!/all/_notes/"));
  CHECK(site.style.folders == std::map<std::string, std::string>{{"guides", "/help/:name/"}});
  REQUIRE(site.style.content.size() == 2);
  CHECK(site.style.content[1].folder == "all");
}

TEST_CASE("what Jekyll excludes begins a path, and what it includes comes back") {
  auto const site =
      site_of("_config.yml", "source: src\nexclude: [/drafts/, a*, '', /]\ninclude: [_pages]\n");
  CHECK(has(site.exclude, "/src/drafts/"));
  CHECK_FALSE(has(site.exclude, "/src/drafts/*"));
  CHECK(has(site.exclude, "/src/a*"));
  CHECK_FALSE(has(site.exclude, "/src/"));
  CHECK_FALSE(has(site.exclude, "/src/*"));
  CHECK(site.exclude.back() == "!/src/_pages");
}

TEST_CASE("files without front matter are pages of Jekyll only with a plugin or on GitHub") {
  CHECK(site_of("_config.yml", "title: x").style.needs_front_matter);
  CHECK_FALSE(site_of("_config.yml", "remote_theme: a/b").style.needs_front_matter);
  CHECK_FALSE(
      site_of("_config.yml", "plugins: [jekyll-optional-front-matter]").style.needs_front_matter);
  Project project;
  project.write("_config.yml", "future: true\nkramdown: {auto_ids: false}\n");
  project.write("Gemfile", "gem 'github-pages'");
  CHECK_FALSE(project.site().style.needs_front_matter);
  CHECK(project.site().style.future);
  CHECK(heading_style_of(project.site().style).name == "none");
  project.write("Gemfile", "gem 'jekyll'");
  CHECK(project.site().style.needs_front_matter);
  std::filesystem::remove(project.folder.path() / "Gemfile");
  std::filesystem::create_symlink("missing", project.folder.path() / "Gemfile");
  CHECK(project.site().style.needs_front_matter);
  CHECK(project.site().problems.size() == 1);
}

TEST_CASE("Eleventy's folders and ignored files are literals of its program") {
  Project project;
  project.write("eleventy.config.js", "module.exports = (c) => {\n  c.ignores.add('old/*.md');\n"
                                      "  c.ignores.add(secret());\n"
                                      "  return {dir: {input: './src/', output: 'out',"
                                      " includes: 'parts', data: ''}};\n};\n");
  project.write("src/a.md");
  project.write(".gitignore", "tmp/\r\n\n# no\n!kept\n");
  project.write(".eleventyignore", "# no\n\n/README.md\n!b.md\n./c.md\n");
  project.write("src/.eleventyignore", "d.md");
  auto const site = project.site();
  CHECK(site.style.content.at(0).folder == "src");
  for (auto const* pattern :
       {"parts/", "/out/", "tmp/", "!kept", "/README.md", "/c.md", "/src/d.md", "/old/*.md"}) {
    INFO(pattern);
    CHECK(has(site.exclude, pattern));
  }
  CHECK_FALSE(has(site.exclude, "!/b.md"));
  CHECK_FALSE(has(site.exclude, "/"));
  REQUIRE(site.problems.size() == 1);
  CHECK(site.problems[0].reason.starts_with("ignores.add is computed"));
}

TEST_CASE("Eleventy can be set to read no .gitignore, and has ids only with a plugin") {
  Project project;
  project.write(".gitignore", "tmp/");
  project.write("eleventy.config.js",
                "c.setUseGitIgnore(false); use(require('markdown-it-anchor'))");
  CHECK_FALSE(has(project.site().exclude, "tmp/"));
  CHECK(heading_style_of(project.site().style).name == "markdown-it-anchor");
  project.write("eleventy.config.js", "use('markdown-it-anchor', {slugify})");
  CHECK(has(project.site().exclude, "tmp/"));
  CHECK(heading_style_of(project.site().style).name == "none");
}

TEST_CASE("Zola's languages follow the default, and ignored names count everywhere") {
  Project project;
  project.write("content/_index.md", "+++\n+++\n");
  project.write("config.toml", "base_url = 'https://e.org'\ndefault_language = 'ko'\n"
                               "ignored_content = ['*.tmp', 'a/*.md']\n"
                               "[languages.fr]\nweight = 2\n[languages.ko]\n[languages.de]\n");
  auto const site = project.site();
  CHECK(site.base_url == "https://e.org");
  CHECK(site.style.languages == Texts{"ko", "de", "fr"});
  CHECK(has(site.exclude, "*.tmp"));
  CHECK(has(site.exclude, "/content/a/*.md"));
  project.write("config.toml", "base_url = 'https://e.org'\n");
  CHECK(project.site().style.languages == Texts{"en"});
}
