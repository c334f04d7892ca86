// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/configured_sites.hpp"

#include "tests/indexer/site/project.hpp"

#include <map>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::indexer;

namespace {

using Texts = std::vector<std::string>;

SiteStyle style(std::string_view toml) {
  return site_of("hugo.toml", toml).style;
}

} // namespace

TEST_CASE("languages are in the order of their weights behind the default one") {
  CHECK(style("").languages == Texts{"en"});
  CHECK(style("defaultContentLanguage = 'KO'").languages == Texts{"ko"});
  CHECK(style("[languages.fr]\nweight = 3\n[languages.KO]\nweight = 1\n[languages.de]\nweight = 2")
            .languages == Texts{"ko", "de", "fr"});
  CHECK(style("defaultContentLanguage = 'fr'\n[languages.ko]\n[languages.fr]\nweight = 9")
            .languages == Texts{"fr", "ko"});
  CHECK(style("defaultContentLanguageInSubdir = true\n[languages.en]\n[languages.ko]").languages ==
        Texts{"none", "en", "ko"});
}

TEST_CASE("a language may have a folder of its own, or be disabled in either notation") {
  auto const own = style("disableLanguages = ['de']\n[languages.en]\n[languages.de]\n"
                         "[languages.ko]\ncontentDir = './content/korean/'\n"
                         "[languages.fr]\ndisabled = true");
  REQUIRE(own.content.size() == 2);
  CHECK(own.content[1].folder == "content/korean");
  CHECK(own.content[1].language == "ko");
  CHECK(own.disabled_languages == Texts{"de", "fr"});
}

TEST_CASE("the folder of configurations is read, that of production before the default one") {
  Project const project;
  project.write("config/_default/hugo.toml",
                "baseURL = 'https://default.org'\nbuildFuture = true\n");
  project.write("config/_default/languages.yaml", "ko: {weight: 1}\nen: {weight: 2}\n");
  project.write("config/_default/permalinks.toml", "posts = '/:year/:slug/'\nb = '/:oops/'\n");
  project.write("config/production/config.json", R"({"baseURL": "https://production.org"})");
  project.write("content/a.md");
  auto const site = project.site();
  CHECK(site.base_url == "https://production.org");
  CHECK(site.style.future);
  CHECK(site.style.languages == Texts{"ko", "en"});
  CHECK(site.style.folders == std::map<std::string, std::string>{{"posts", "/:year/:slug/"}});
  project.write("config/_default/menus.toml", "= no settings that are read");
  CHECK_NOTHROW(project.site());
  project.write("config/_default/module.toml", "a = [");
  CHECK(project.refusal().starts_with("config/_default/module.toml:1: "));
}

TEST_CASE("permalinks are those of pages, of texts that are patterns") {
  auto const folders = style("[permalinks]\nposts = '/:year/:slug/'\nbad = ':slug'\n"
                             "[permalinks.page]\nnotes = '/n/:slug/'\n"
                             "[permalinks.section]\nposts = '/other/'\n")
                           .folders;
  CHECK(folders ==
        std::map<std::string, std::string>{{"notes", "/n/:slug/"}, {"posts", "/:year/:slug/"}});
}

TEST_CASE("ignored files are expressions that have to be valid") {
  CHECK(site_of("hugo.toml", "ignoreFiles = ['\\.tmp$', 'drafts/']").expressions ==
        Texts{"\\.tmp$", "drafts/"});
  Project const project;
  project.write("hugo.toml", "ignoreFiles = ['(']");
  CHECK(project.refusal().starts_with("hugo.toml: ignoreFiles: "));
}

TEST_CASE("mounts are reported at their line, and headings may have no ids") {
  auto const site = site_of("hugo.yaml", "contentDir: text\nmarkup:\n  goldmark:\n    parser:\n"
                                         "      autoHeadingID: false\nmodule:\n  mounts:\n"
                                         "    - {source: a, target: b}\n");
  CHECK(site.style.content.at(0).folder == "text");
  CHECK(heading_style_of(site.style).name == "none");
  REQUIRE(site.problems.size() == 1);
  CHECK(site.problems[0].line == 8);
  CHECK(heading_style_of(style("")).name == "hugo");
}

TEST_CASE("the cascade of a configuration is that of the folder of articles") {
  Project const project;
  project.write("hugo.toml", "[cascade]\nrole = 'x'\n");
  project.write("content/a/_index.md", "---\ncascade: {lang: ko}\n---\n");
  project.write("content/b/_index.md", "---\ndraft: true\n---\n");
  auto const& defaults = project.site().style.defaults;
  REQUIRE(defaults.size() == 3);
  CHECK(defaults[0].folder == "content");
  CHECK(defaults[1].folder == "content/a");
  CHECK(defaults[2].folder == "content/b");
}
