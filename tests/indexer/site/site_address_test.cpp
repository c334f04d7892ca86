// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/site_address.hpp"

#include "indexer/formats/field_rules.hpp"
#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace recap::indexer;
namespace metadata = recap::metadata;

namespace {

using Styles = std::vector<std::string>;

recap::index::Record record(std::string const& path, SiteStyle const& style,
                            std::string_view yaml = "") {
  std::string const front = "title: x\n" + std::string(yaml);
  Origin const origin{.path = path, .base_url = "https://e.org", .style = style};
  return apply_field_rules(metadata::read_yaml(front, 2), {}, origin).record;
}

std::string url(std::string const& path, Styles const& styles, std::string_view yaml = "") {
  std::string address = record(path, site_style(styles), yaml).url;
  constexpr std::string_view base = "https://e.org";
  return address.starts_with(base) ? address.substr(base.size()) : address;
}

std::string url(std::string const& path, std::string const& style, std::string_view yaml = "") {
  return url(path, Styles{style}, yaml);
}

SiteStyle hugo_in(std::vector<std::string> languages) {
  SiteStyle style = site_style({"hugo"});
  style.languages = std::move(languages);
  return style;
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
  CHECK(url("docs/a & b -c ?.md", "hugo") == "/docs/a-b-c/");
  CHECK(url("docs/É — “q”.md", "hugo") == "/docs/%C3%A9-q/");
  CHECK(url("docs/page.md", "hugo", "url: /Else/\nslug: other") == "/Else/");
}

TEST_CASE("addresses are those of Jekyll") {
  auto const jekyll = [](std::string const& path, std::string_view yaml = "") {
    return url(path, "jekyll", yaml);
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
  std::string const pretty = "/:year/:month/:day/:title/";
  CHECK(url("posts/2015-03-07-a.md", pretty, "categories: x") == "/2015/03/07/a/");
  CHECK(url("about/team.md", pretty) == "/about/team/");
  CHECK(url("about/team.md", "/:title") == "/about/team");
}

TEST_CASE("a page that states that it has no address has none") {
  CHECK(url("a.md", "path", "permalink: false").empty());
}

TEST_CASE("translations by file name and by folder have their language and its prefix") {
  auto const address = [](std::string const& path, std::string_view yaml = "") {
    return url(path, "hugo", yaml);
  };
  CHECK(address("posts/a.ko.md") == "/ko/posts/a/");
  CHECK(address("posts/a.en.md") == "/posts/a/");
  CHECK(address("posts/_index.ko.md") == "/ko/posts/");
  CHECK(address("_index.ko.md") == "/ko/");
  CHECK(address("posts/a/index.ko.md") == "/ko/posts/a/");
  CHECK(address("posts/a.ko.md", "slug: b") == "/ko/posts/b/");
  CHECK(address("ko/posts/a.md") == "/ko/posts/a/");
  CHECK(address("en/posts/a.md") == "/posts/a/");
  CHECK(address("ko/_index.md") == "/ko/");
  CHECK(address("posts/ko.md") == "/posts/ko/");
  CHECK(address("posts/v1.2.md") == "/posts/v1.2/");
  CHECK(address("posts/a.ko.md", "url: /b/") == "/b/");
  CHECK(address("posts/a.ko.md", "url: b/") == "/ko/b/");
  CHECK(address("posts/a.ko.md", "url: https://x.org/b/") == "https://x.org/b/");
  CHECK(address("posts/a.ko.md", "url: to/http://x.org") == "/ko/to/http://x.org");
  for (auto const* const path : {"posts/a.md", "posts/a.ko.md"})
    CHECK(address(path, "url: mailto:x@y").empty());
  SiteStyle const style = site_style({"hugo"});
  CHECK(record("a.ko.md", style).lang == "ko");
  CHECK(record("ko/a.md", style).lang == "ko");
  CHECK(record("a.ko.md", style, "lang: fr").lang == "fr");
  CHECK(record("a.en.md", style, "description: 한글\ntitle_ko: 글").lang == "en");
  CHECK(record("a.ko.md", style).id == "a.ko");
  CHECK(record("a.md", style).id == "a");
}

TEST_CASE("languages are those that the operator names, the first without a prefix") {
  CHECK(record("a.ko.md", hugo_in({"ko", "en"})).url == "https://e.org/a/");
  CHECK(record("a.en.md", hugo_in({"ko", "en"})).url == "https://e.org/en/a/");
  CHECK(record("en/a.md", hugo_in({"none", "en"})).url == "https://e.org/en/a/");
  CHECK(record("a.ko.md", hugo_in({"en"})).url == "https://e.org/a.ko/");
  auto const brazilian = record("a.pt-BR.md", hugo_in({"en", "pt-br"}));
  CHECK(brazilian.url == "https://e.org/pt-br/a/");
  CHECK(brazilian.lang == "pt");
}

TEST_CASE("other styles know no translations") {
  CHECK(url("a.ko.md", "path") == "/a.ko");
  CHECK(record("a.ko.md", site_style({"path"})).lang == "en");
  CHECK(url("ko/a.md", "jekyll") == "/ko/a.html");
}

TEST_CASE("a slug is an id only where addresses are paths") {
  CHECK(record("a/x.md", site_style({"path"}), "slug: post").id == "post");
  CHECK(record("a/x.md", site_style({"hugo"}), "slug: post").id == "a/x");
  CHECK(record("a/x.md", site_style({"pretty"}), "slug: post").id == "a/x");
  CHECK(record("a/x.md", site_style({"hugo"}), "slug: post\nid: i").id == "i");
}

TEST_CASE("a section of Hugo has its permalinks") {
  auto const in_posts = [](std::string const& pattern, std::string const& path,
                           std::string const& yaml = "") {
    return url(path, Styles{"hugo", "posts=" + pattern}, "date: 2021-03-05\n" + yaml);
  };
  CHECK(in_posts("/:year/:month/:day/:slug/", "posts/A b.md") == "/2021/03/05/x/");
  CHECK(in_posts("/:year/:slug", "posts/a.md", "slug: Other one") == "/2021/other-one/");
  CHECK(in_posts("/:year/:yearday/:title/", "posts/a.md") == "/2021/64/x/");
  CHECK(in_posts("/:section/:contentbasename/", "posts/2020/A b.md") == "/posts/a-b/");
  CHECK(in_posts("/:sections/:filename/", "posts/2020/a/index.md") == "/posts/2020/a/");
  CHECK(in_posts("/b/:slugorfilename/", "posts/a.md") == "/b/a/");
  CHECK(in_posts("/b/:slugorcontentbasename/", "posts/a.md", "slug: s") == "/b/s/");
  CHECK(in_posts("/:year/:slug/", "posts/a.ko.md", "slug: s") == "/ko/2021/s/");
  CHECK(in_posts("/:year/:slug/", "ko/posts/a.md", "slug: s") == "/ko/2021/s/");
  CHECK(in_posts("/:year/:slug/", "posts/_index.md") == "/posts/");
  CHECK(in_posts("/:year/:slug/", "other/a.md") == "/other/a/");
  CHECK(in_posts("/:year/:slug/", "other/a.md", "url: /:year/:slug/") == "/2021/x/");
  CHECK(url("posts/a.md", Styles{"hugo", "posts=/:year/:filename/"}) == "/0001/a/");
  CHECK(url("a.md", Styles{"hugo", "/=/top/:filename/"}) == "/top/a/");
}

TEST_CASE("a title makes a path as Hugo has it") {
  Origin const origin{.path = "posts/a.md",
                      .base_url = "https://e.org",
                      .style = site_style({"hugo", "posts=/:title/"})};
  auto const address = [&](std::string const& title) {
    return apply_field_rules({{.key = "title", .values = {title}}}, {}, origin).record.url;
  };
  CHECK(address("What's new in 1.2?") == "https://e.org/whats-new-in-1.2/");
  CHECK(address("여름 인턴십: 후기") ==
        "https://e.org/%EC%97%AC%EB%A6%84-%EC%9D%B8%ED%84%B4%EC%8B%AD-%ED%9B%84%EA%B8%B0/");
  CHECK(apply_field_rules({}, {}, origin).record.url == "https://e.org/a/");
}

TEST_CASE("Jekyll's own patterns have names") {
  std::string const post = "_posts/2015-03-07-a.md";
  CHECK(url(post, "date", "categories: c") == "/c/2015/03/07/a.html");
  CHECK(url(post, "pretty", "categories: c") == "/c/2015/03/07/a/");
  CHECK(url(post, "ordinal", "categories: c") == "/c/2015/066/a.html");
  CHECK(url(post, "none", "categories: c") == "/c/a.html");
  CHECK(url("about.md", "pretty") == "/about/");
  CHECK(url("about.md", "none") == "/about.html");
}

TEST_CASE("collections of Jekyll have their folder's name, or a pattern") {
  CHECK(url("_guides/b/x.md", "jekyll") == "/guides/b/x.html");
  CHECK(url("_guides/x.md", "pretty") == "/guides/x/");
  CHECK(url("_guides/b/X y.md", Styles{"jekyll", "guides=/:collection/:path/"}) ==
        "/guides/b/X%20y/");
  CHECK(url("_guides/X y.md", Styles{"jekyll", "_guides=/help/:title:output_ext"}) ==
        "/help/X-y.html");
  CHECK(url("_guides/X y.md", Styles{"/:title/", "guides=/help/:name"}) == "/help/x-y");
  CHECK(url("_notes/2015-03-07-A.md", Styles{"jekyll", "notes=/:year/:name/:slug"}) ==
        "/2015/2015-03-07-a/a");
  CHECK(url("_posts/2015-03-07-a.md", Styles{"jekyll", "posts=/:year/:title/"}) == "/2015/a/");
}

TEST_CASE("drafts of Jekyll are drafts") {
  auto const draft = [](std::string const& path, std::string const& style) {
    return apply_field_rules({}, {}, {.path = path, .style = site_style({style})}).draft;
  };
  CHECK(draft("_drafts/a.md", "jekyll"));
  CHECK(draft("news/_drafts/a.md", "path"));
  CHECK_FALSE(draft("_drafts/a.md", "hugo"));
  CHECK_FALSE(draft("my_drafts/a.md", "jekyll"));
}

TEST_CASE("Jekyll's addresses have the day of the site's zone") {
  auto const day = [](std::string const& zone, std::string const& date) {
    SiteStyle style = site_style({"/:year/:month/:day/"});
    style.time_zone = zone;
    auto const read = record("_posts/2015-03-07-a.md", style, "date: '" + date + "'");
    CHECK(read.date == "2024-08-08"); // as its author wrote it
    return read.url.substr(std::string("https://e.org").size());
  };
  CHECK(day("UTC", "2024-08-08 22:44:26 -0700") == "/2024/08/09/");
  CHECK(day("America/Los_Angeles", "2024-08-08 22:44:26 -0700") == "/2024/08/08/");
  CHECK(day("UTC", "2024-08-08T03:00:00+09:00") == "/2024/08/07/");
  CHECK(day("Asia/Seoul", "2024-08-08 22:44:26") == "/2024/08/09/");
  CHECK(day("Asia/Seoul", "2024-08-08 22:44:26 UTC") == "/2024/08/09/");
  CHECK(day("Asia/Seoul", "2024-08-08T14:59:59Z") == "/2024/08/08/");
  CHECK(day("America/New_York", "2024-08-08 03:59:59 +0000") == "/2024/08/07/");
  CHECK(day("Asia/Seoul", "2024-08-08") == "/2024/08/08/");
  CHECK(day("Asia/Seoul", "Thu, 08 Aug 2024 22:44:26 GMT") == "/2024/08/09/");
}
