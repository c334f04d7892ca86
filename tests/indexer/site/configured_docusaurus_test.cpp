// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/configured_sites.hpp"

#include "tests/indexer/site/project.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::indexer;

namespace {

using Texts = std::vector<std::string>;

/// `folder=route` of each folder of articles.
Texts folders(ConfiguredSite const& site) {
  Texts all;
  for (auto const& content : site.style.content)
    all.push_back(content.folder + '=' + content.route);
  return all;
}

constexpr auto file = "docusaurus.config.js";

} // namespace

TEST_CASE("documents, posts and pages have the folders and routes that are written") {
  CHECK(folders(site_of(file, "")) == Texts{"docs=/docs", "blog=/blog", "src/pages="});
  auto const site = site_of(file, "export default {url: 'https://e.org', baseUrl: '/a/',\n"
                                  "docs: {path: './guides/', routeBasePath: '/'},\n"
                                  "blog: {routeBasePath: 'news/'}, trailingSlash: false}");
  CHECK(folders(site) == Texts{"guides=", "blog=/news", "src/pages="});
  CHECK(site.style.content[0].of_preset == "docs");
  CHECK(site.base_url == "https://e.org/a/");
  CHECK(site.style.pattern == "/:path");
  CHECK(site_of(file, "trailingSlash: true").style.pattern == "/:path/");
  CHECK(site_of(file, "trailingSlash: slash()").style.pattern.empty());
}

TEST_CASE("the latest version has the route of the documents, and the current one is next") {
  Project project;
  project.write(file, "");
  project.write("versions.json", R"(["2.0", "1.0"])");
  CHECK(folders(project.site()) == Texts{"docs=/docs/next", "blog=/blog",
                                         "src/pages=", "versioned_docs/version-2.0=/docs",
                                         "versioned_docs/version-1.0=/docs/1.0"});
  project.write(file, "docs: {lastVersion: '1.0'}");
  CHECK(folders(project.site())[4] == "versioned_docs/version-1.0=/docs");
  CHECK(folders(project.site())[3] == "versioned_docs/version-2.0=/docs/2.0");
  project.write(file, "docs: {lastVersion: 'current'}");
  CHECK(folders(project.site())[0] == "docs=/docs");
  project.write("versions.json", "[");
  CHECK(project.refusal().starts_with("versions.json:1: "));
}

TEST_CASE("versions that are not built are kept out") {
  Project project;
  project.write("versions.json", R"(["2.0", "1.0"])");
  project.write(file, "docs: {onlyIncludeVersions: ['2.0']}");
  auto const only = project.site().exclude;
  CHECK(has(only, "/versioned_docs/version-1.0/"));
  CHECK_FALSE(has(only, "/versioned_docs/version-2.0/"));
  CHECK(has(only, "/docs/"));
  CHECK(has(only, "/i18n/*/docusaurus-plugin-content-docs/current/"));
  project.write(file, "docs: {includeCurrentVersion: false}");
  CHECK(has(project.site().exclude, "/docs/"));
  CHECK_FALSE(has(project.site().exclude, "/versioned_docs/version-1.0/"));
  project.write(file, "docs: {onlyIncludeVersions: newest(2)}");
  REQUIRE(project.site().problems.size() == 1);
  CHECK(project.site().problems[0].reason.starts_with("onlyIncludeVersions is computed"));
}

TEST_CASE("translations have the prefix of their language, except the first one") {
  Project project;
  project.write(file, "i18n: {defaultLocale: 'ko'}, blog: {routeBasePath: 'news'}");
  project.write("i18n/en/a.json");
  project.write("i18n/ko/a.json");
  auto const all = folders(project.site());
  REQUIRE(all.size() == 9);
  CHECK(all[3] == "i18n/en/docusaurus-plugin-content-docs/current=/en/docs");
  CHECK(all[4] == "i18n/en/docusaurus-plugin-content-blog=/en/news");
  CHECK(all[5] == "i18n/en/docusaurus-plugin-content-pages=/en");
  CHECK(all[6] == "i18n/ko/docusaurus-plugin-content-docs/current=/docs");
  CHECK(project.site().style.content[6].language == "ko");
}

TEST_CASE("what a plugin excludes is kept out of its versions and translations, too") {
  Project project;
  project.write("versions.json", R"(["1.0"])");
  project.write("i18n/ko/a.json");
  project.write(file, "docs: {exclude: ['**/x.md', ...more]}, blog: false");
  auto const site = project.site();
  for (auto const* pattern : {"/docs/**/x.md", "/versioned_docs/version-1.0/**/x.md",
                              "/i18n/ko/docusaurus-plugin-content-docs/current/**/x.md", "/blog/",
                              "/i18n/ko/docusaurus-plugin-content-blog/"}) {
    INFO(pattern);
    CHECK(has(site.exclude, pattern));
  }
  CHECK_FALSE(has(site.exclude, "/src/pages/"));
  REQUIRE(site.problems.size() == 1);
  CHECK(site.problems[0].reason.starts_with("exclude is computed"));
}
