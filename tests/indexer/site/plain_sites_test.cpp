// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/plain_sites.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace recap::indexer;

namespace {

SiteStyle style(std::string const& name) {
  return site_style({name});
}

SitePage page(std::string const& path, std::string const& title = "") {
  return {.path = path, .title = title};
}

std::string stated(std::string const& permalink, std::string const& title = "A title",
                   std::string const& path = "posts/2020-01-02-name") {
  return eleventy_stated(permalink, page(path, title), style("eleventy"));
}

} // namespace

TEST_CASE("addresses of paths end like the pattern, and an index represents its folder") {
  auto const site = style("vitepress");
  CHECK(page_address(page("a/My page"), site, "") == "/a/My%20page.html");
  CHECK(page_address(page("a/index"), site, "") == "/a/");
  CHECK(page_address(page("index"), site, "") == "/");
  CHECK(page_address(page("a/b"), site, "/x/:path/") == "/x/a/b/");
}

TEST_CASE("a README represents its folder in MkDocs, a page named like its folder in Eleventy") {
  CHECK(mkdocs_address(page("a/README"), style("mkdocs"), "") == "/a/");
  CHECK(page_address(page("a/README"), style("vitepress"), "") == "/a/README.html");
  CHECK(eleventy_address(page("a/b/b"), style("eleventy"), "") == "/a/b/");
}

TEST_CASE("known template code in a permalink is evaluated") {
  CHECK(stated("/x/{{ page.fileSlug }}/") == "/x/name/");
  CHECK(stated("{{ page.filePathStem }}.html") == "/posts/name.html");
  CHECK(stated("/{{ page.fileSlug }}/index.html", "", "a/index") == "/a/");
  CHECK(stated("/{{ title | slugify }}/", "A plain Title, v2") == "/a-plain-title-v2/");
  CHECK(stated("/{{title|slugify}}/").empty());
}

TEST_CASE("a permalink whose value is uncertain is not an address") {
  for (auto const* title :
       {"setTimeout", "RFC2616", "A & B", "It's", "Überblick", "제목", "a/b", ""}) {
    INFO(title);
    CHECK(stated("/{{ title | slugify }}/", title).empty());
  }
  CHECK(stated("/{{ title | slug }}/", "Version 1.2").empty());
  CHECK(stated("/{{ title | slug }}/", "A title") == "/a-title/");
  for (auto const* permalink : {"/{% if x %}a{% endif %}/", "/<%= title %>/", "/{{ date | year }}/",
                                "/${title}/", "/{# note #}a/", "/{{ title", "/a}}/"}) {
    INFO(permalink);
    CHECK(stated(permalink).empty());
  }
}
