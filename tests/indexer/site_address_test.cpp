// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site_address.hpp"

#include "indexer/field_rules.hpp"
#include "tests/catch.hpp"

#include <utility>

using namespace recap::indexer;

namespace {

std::string url(std::string const& path, std::string_view style, std::string_view yaml = "") {
  std::string const front = "title: x\n" + std::string(yaml);
  Origin const origin{.path = path, .base_url = "https://e.org", .url_style = std::string(style)};
  std::string address = apply_field_rules(yaml_metadata(front, 2), {}, origin).record.url;
  constexpr std::string_view base = "https://e.org";
  return address.starts_with(base) ? address.substr(base.size()) : address;
}

} // namespace

TEST_CASE("index files stand for their folder, a README for itself") {
  CHECK(url("docs/_index.md", "path") == "/docs/");
  CHECK(url("docs/a/index.md", "path") == "/docs/a/");
  CHECK(url("index.md", "path") == "/");
  CHECK(url("docs/README.md", "path") == "/docs/README");
  CHECK(url("docs/my_index.md", "path") == "/docs/my_index");
}

TEST_CASE("addresses are those of Hugo") {
  CHECK(url("docs/My Page.md", "hugo") == "/docs/my-page/");
  CHECK(url("docs/Release v1.2.md", "hugo") == "/docs/release-v1.2/");
  CHECK(url("docs/What's new?.md", "hugo") == "/docs/whats-new/");
  CHECK(url("docs/한글.md", "hugo") == "/docs/%ED%95%9C%EA%B8%80/");
  CHECK(url("Docs/_index.md", "hugo") == "/docs/");
  CHECK(url("_index.md", "hugo") == "/");
  CHECK(url("blog/2020-01-02-a/index.md", "hugo") == "/blog/2020-01-02-a/");
  CHECK(url("docs/README.md", "hugo") == "/docs/readme/");
  CHECK(url("docs/page.md", "hugo", "slug: Other Name") == "/docs/other-name/");
  CHECK(url("docs/page/index.md", "hugo", "slug: other") == "/docs/other/");
  CHECK(url("page/index.md", "hugo", "slug: other") == "/other/");
  CHECK(url("docs/_index.md", "hugo", "slug: other") == "/docs/");
  CHECK(url("index.md", "hugo", "slug: other") == "/");
  CHECK(url("docs/page.md", "hugo", "url: /Else/\nslug: other") == "/Else/");
}

TEST_CASE("addresses are those of Jekyll") {
  auto const jekyll = [](std::string const& path, std::string_view yaml = "") {
    return url(path, jekyll_pattern, yaml);
  };
  CHECK(jekyll("_posts/2015-03-07-Some-title.md") == "/2015/03/07/Some-title.html");
  CHECK(jekyll("_posts/2015-03-07-a.b, c.md") == "/2015/03/07/a.b,-c.html");
  CHECK(jekyll("_posts/2015-03-07-a -- b_-_c.md") == "/2015/03/07/a-b_-_c.html");
  CHECK(jekyll("News/_posts/2015-03-07-a.md") == "/news/2015/03/07/a.html");
  CHECK(jekyll("_posts/old/2015-03-07-a.md") == "/2015/03/07/a.html");
  CHECK(jekyll("news/_posts/2015-03-07-a.md", "categories: News Team") ==
        "/news/team/2015/03/07/a.html");
  CHECK(jekyll("_posts/2015-03-07-a.md", "categories: [Our team]") ==
        "/our%20team/2015/03/07/a.html");
  CHECK(jekyll("_posts/2015-03-07-a.md", "date: 2016-01-02 10:00:00\nlastmod: 2020-01-01") ==
        "/2016/01/02/a.html");
  CHECK(jekyll("_posts/2015-03-07-a.md", "lastmod: 2020-01-01") == "/2015/03/07/a.html");
  CHECK(jekyll("_posts/2015-03-07-a.md", "slug: b") == "/2015/03/07/b.html");
  CHECK(jekyll("_posts/2015-03-07-a.md", "permalink: /fixed/") == "/fixed/");
  CHECK(jekyll("_posts/2015-03-07-A_b.md",
               "permalink: /:short_year/:i_month/:i_day/:slug/:other") == "/15/3/7/a-b/:other");
  CHECK(jekyll("_posts/2015-03-07-a.md", "permalink: ':year/a/'") == "/2015/a/");
  CHECK(jekyll("_posts/2015-03-07-a.md", "permalink: //x.org/:year/") == "//x.org/:year/");
  CHECK(jekyll("_posts/2015-03-07-a.md", "permalink: http://x.org/a") == "http://x.org/a");
  CHECK(jekyll("about/team.md") == "/about/team.html");
  CHECK(jekyll("about/index.md") == "/about/");
}

TEST_CASE("a pattern for posts tells how pages end") {
  constexpr std::string_view pretty = "/:year/:month/:day/:title/";
  CHECK(url("posts/2015-03-07-a.md", pretty, "categories: x") == "/2015/03/07/a/");
  CHECK(url("about/team.md", pretty) == "/about/team/");
  CHECK(url("about/team.md", "/:title") == "/about/team");
}

TEST_CASE("a page that is told to have no address has none") {
  CHECK(url("a.md", "path", "permalink: false").empty());
}

TEST_CASE("a style is path, hugo or a pattern") {
  for (auto const* const style : {"path", "hugo", "/:title"})
    CHECK(is_url_style(style));
  for (auto const* const style : {"", "Hugo", "wordpress", ":title"})
    CHECK_FALSE(is_url_style(style));
}
