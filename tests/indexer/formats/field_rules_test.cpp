// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/field_rules.hpp"

#include "tests/catch.hpp"

using namespace recap::indexer;
namespace metadata = recap::metadata;

namespace {

recap::index::Record record(std::string_view yaml, Origin const& origin = {.path = "blog/a.md"}) {
  return apply_field_rules(metadata::read_yaml(yaml, 2), {}, origin).record;
}

Article article_of(std::string_view yaml) {
  return apply_field_rules(metadata::read_yaml(yaml, 2), {}, {.path = "blog/a.md"});
}

} // namespace

TEST_CASE("year and season come from a title only if they are adjacent") {
  CHECK(record("title: Recap, Summer 2022").season == "summer");
  CHECK(record("title: 2022년 여름 후기").year == 2022);
  CHECK(record("title: Internship, 2nd half 2024").season == "second-half");
  CHECK(record("title: Spring Boot").season.empty());
  CHECK(record("title: x\ndate: 2021-05-06").year == 2021);
  CHECK(record("title: Summer 2022\nyear: 2020").season.empty());
}

TEST_CASE("keys of other generators are read") {
  auto const read = record("LinkTitle: Other\ntags: [a, B]\nkeywords: b, c\nauthors: Ann\nexcerpt: "
                           "About\nlocale: ko_KR");
  CHECK(read.topics == std::vector<std::string>{"a", "B", "c"});
  CHECK(read.author == std::vector<std::string>{"Ann"});
  CHECK(read.summary == "About");
  CHECK(read.lang == "ko");
  CHECK(read.aliases == std::vector<std::string>{"Other"});
}

TEST_CASE("character references in titles, summaries and names are decoded") {
  auto const read = record(
      "title: '&ldquo;Agilefall&rdquo; &#38; AT&T &copy <b>1</b> &#x2014; &nosuch; &lt;i&gt;'\n"
      "linkTitle: A&amp;B\nauthor: Zo&euml;\nsummary: you&#39;re &#10;&#0;on&nbsp;it");
  CHECK(read.title == "\u201CAgilefall\u201D & AT&T &copy <b>1</b> \u2014 &nosuch; <i>");
  CHECK(read.aliases == std::vector<std::string>{"A&B"});
  CHECK(read.author == std::vector<std::string>{"Zo\u00EB"});
  CHECK(read.summary == "you're \uFFFDon\u00A0it");
  CHECK(record("title: a &lt;/title&gt; b </title> c &amp;amp;").title ==
        "a </title> b </title> c &amp;");
}

TEST_CASE("a link in a name or summary is replaced by its text") {
  auto const read = record("author: '[Ann (A)](https://e.org/a), [Bo](b) [c] (d)'\n"
                           "summary: Uses [`x`](https://e.org/x&amp;y) [open](\ntitle: '[a](b)'");
  CHECK(read.author == std::vector<std::string>{"Ann (A)", "Bo [c] (d)"});
  CHECK(read.summary == "Uses `x` [open](");
  CHECK(read.title == "[a](b)");
}

TEST_CASE("an address is derived from the title as written") {
  SiteStyle const style = site_style({"hugo", "blog=/:title/"});
  CHECK(record("title: A&amp;B", {.path = "blog/a.md", .base_url = "https://e.org", .style = style})
            .url == "https://e.org/aampb/");
}

TEST_CASE("published is a date, or a truth value as in Jekyll") {
  auto const article = [](std::string_view yaml) {
    return apply_field_rules(metadata::read_yaml(yaml, 2), {}, {.path = "a.md"});
  };
  CHECK(article("title: x\npublished: 2023-01-30").record.date == "2023-01-30");
  CHECK_FALSE(article("title: x\npublished: 2023-01-30").draft);
  CHECK(article("title: x\npublished: false").draft);
  CHECK_FALSE(article("title: x\npublished: true").draft);
  CHECK(article("title: x\npublished: true\nlastmod: 2023-01-30").record.date == "2023-01-30");
}

TEST_CASE("id and address fall back on the path") {
  CHECK(record("title: x").id == "blog/a");
  CHECK(record("slug: s").id == "s");
  CHECK(record("title: x", {.path = "blog/a.md", .base_url = "https://e.org/"}).url ==
        "https://e.org/blog/a");
  CHECK(record("url: /b/", {.path = "a.md", .base_url = "https://e.org"}).url ==
        "https://e.org/b/");
}

TEST_CASE("an article is indexed without an invalid value, which is reported") {
  for (auto const* yaml :
       {"title: x\ndate: yesterday", "title: x\nyear: abc", "title: x\nseason: monsoon",
        "a: b\ntitle: {b: c}", "title: x\nauthors: [{url: a}]", "title: x\nurl: 'javascript:a()'",
        "title: x\ntags: {a: b}", "title: x\ndate: 31.2.2024", "title: x\nid: {a: b}"}) {
    INFO(yaml);
    auto const article = article_of(yaml);
    REQUIRE(article.remarks.size() == 1);
    CHECK(article.remarks[0].line == 3);
    CHECK(article.remarks[0].text.ends_with("; indexed without it"));
  }
  CHECK(article_of("tags:\n- a\n- {b: c}\n- d").record.topics ==
        std::vector<std::string>{"a", "d"});
  CHECK(article_of("tags:\n- a\n- {b: c}\n- d").remarks.at(0).line == 4);
  CHECK(article_of("date: soon\nlastmod: 2020-01-02").record.date == "2020-01-02");
  CHECK(article_of("layout: {a: b}\ndate: Last Modified").remarks.empty());
}

TEST_CASE("an unreadable value that may declare a draft is refused with its line") {
  for (auto const* yaml :
       {"title: x\ndraft: perhaps", "title: x\ndraft: {a: b}", "title: x\npublished: perhaps",
        "title: x\npublishDate: soon", "title: x\npublished: {a: b}", "title: x\nunlisted: later",
        "title: x\npublishDate: {a: b}", "date: 2020-01-02\npublishDate: soon",
        "date: 2020-01-02\npublished: perhaps", "title: x\nstatus: {a: b}"}) {
    INFO(yaml);
    try {
      static_cast<void>(record(yaml));
      FAIL("accepted");
    } catch (metadata::Unreadable const& error) {
      CHECK(error.line() == 3);
    }
  }
}

TEST_CASE("every key and value for drafts is recognised") {
  for (auto const* yaml : {"draft: true",
                           "draft: 'Yes'",
                           "draft: 1",
                           "draft: [true]",
                           "published: false",
                           "published: 0",
                           "publish: no",
                           "unlisted: true",
                           "status: Draft",
                           "status: private",
                           "status: Draft (do not publish)",
                           "status: auto-draft",
                           "status: draft, wip",
                           "status: 초안",
                           "render: false",
                           "extra: {draft: true}",
                           "build: {render: never}",
                           "_build: {render: false}",
                           "<<: {draft: true}",
                           "noindex: true",
                           "robots: 'noindex, follow'",
                           "robots: [none]",
                           "private: true",
                           "hidden: yes",
                           "search: false",
                           "pagefind: false",
                           "search: {exclude: true}",
                           "search_exclude: true",
                           "expiryDate: 2001-02-03"}) {
    INFO(yaml);
    CHECK(article_of(yaml).draft);
  }
  for (auto const* yaml :
       {"draft: false", "draft:", "published: 2020-01-02", "publish: true", "status: accepted",
        "render: {a: b}", "unlisted: false", "noindex: false", "robots: 'index, follow'",
        "hidden: {toc: true}", "private: some words", "sitemap: false", "search: {boost: 2}",
        "expiryDate: 2999-02-03"}) {
    INFO(yaml);
    CHECK_FALSE(article_of(yaml).draft);
  }
}

TEST_CASE("one text may name several authors if every part looks like a name") {
  using Names = std::vector<std::string>;
  auto const authors = [](std::string const& text) {
    return record("author: '" + text + "'").author;
  };
  CHECK(authors("Ann, Bob") == Names{"Ann", "Bob"});
  CHECK(authors("Ann Lee and Bob Ray") == Names{"Ann Lee", "Bob Ray"});
  CHECK(authors("Ann Lee, Bob Ray, and Eve & Max") == Names{"Ann Lee", "Bob Ray", "Eve", "Max"});
  CHECK(authors("김민수, 이영희") == Names{"김민수", "이영희"});
  CHECK(authors("Martin Luther King, Jr.") == Names{"Martin Luther King, Jr."});
  CHECK(authors("Department of Health and Human Services") ==
        Names{"Department of Health and Human Services"});
  CHECK(authors("Ann, editor of this page") == Names{"Ann, editor of this page"});
  CHECK(authors("Sandy Anderson") == Names{"Sandy Anderson"});
  CHECK(record("authors: ['Lovelace, Ada', Bob]").author == Names{"Lovelace, Ada", "Bob"});
}

TEST_CASE("maps are read by their name, label or title, and lists in lists as one") {
  CHECK(record("tags: {main: [a, b], more: [c]}").topics ==
        std::vector<std::string>{"a", "b", "c"});
  CHECK(record("authors: [{name: Anna Example}, bob]").author ==
        std::vector<std::string>{"Anna Example", "bob"});
  CHECK(record("tags: [{label: Greeting, permalink: /hi}, plain]").topics ==
        std::vector<std::string>{"Greeting", "plain"});
  CHECK(record("categories: [[Web, CSS], Plain]").topics ==
        std::vector<std::string>{"Web", "CSS", "Plain"});
  CHECK(record("author: {name: Ann, url: x}").author == std::vector<std::string>{"Ann"});
  CHECK(record("authors: {ann: {name: Ann}, bo: {name: Bo}}").author ==
        std::vector<std::string>{"Ann", "Bo"});
  CHECK(record("authors: [{key: ann, title: Engineer}]").author == std::vector<std::string>{"ann"});
  CHECK(record("tags: [{slug: web}, {title: The Web}]").topics ==
        std::vector<std::string>{"web", "The Web"});
  CHECK(record("date: {created: 2022-01-31, updated: 2023-01-01}").date == "2022-01-31");
  CHECK(record("params: {author: Ann}\ntags: [a]").author == std::vector<std::string>{"Ann"});
  CHECK(record("author: Bo\nextra: {author: Ann, url: /else}").author ==
        std::vector<std::string>{"Bo"});
}

TEST_CASE("an article without a title is named after its file or folder") {
  auto const title = [](std::string const& path) {
    return record("role: x", {.path = path}).title;
  };
  CHECK(title("sub/index.md") == "sub");
  CHECK(title("sub/_index.md") == "sub");
  CHECK(title("index.md") == "index");
  CHECK(title("2024-05-06-name.md") == "name");
  CHECK(title("blog/2024-05-06-name/index.md") == "name");
  CHECK(title("2024-05-06.md") == "2024-05-06");
}

TEST_CASE("an address derived from a path is percent-encoded") {
  auto const url = [](std::string const& path) {
    return record("title: x", {.path = path, .base_url = "https://e.org/b/"}).url;
  };
  CHECK(url("my file #1?.md") == "https://e.org/b/my%20file%20%231%3F");
  CHECK(url("100%/c++.md") == "https://e.org/b/100%25/c++");
  CHECK(url("한.md") == "https://e.org/b/%ED%95%9C");
}

TEST_CASE("a stated address is a web address or a path") {
  auto const url = [](std::string const& stated) {
    return record("url: '" + stated + "'", {.path = "a.md", .base_url = "https://e.org"}).url;
  };
  CHECK(url("/to?u=http://x.org") == "https://e.org/to?u=http://x.org");
  CHECK(url("HTTP://x.org/a:b") == "HTTP://x.org/a:b");
  CHECK(url("//x.org/a") == "//x.org/a");
  CHECK(url("/a:b") == "https://e.org/a:b");
  CHECK(url("javascript:alert(1)").empty());
  CHECK(record("url: data:text/html,x").url.empty());
}

TEST_CASE("a series is read as Hugo, Jekyll and Docusaurus sites write it") {
  CHECK(record("series: [First steps, 'Tips &amp; tricks']").series ==
        std::vector<std::string>{"First steps", "Tips & tricks"});
  CHECK(record("series: Redis, from the inside").series ==
        std::vector<std::string>{"Redis, from the inside"});
  CHECK(record("series: {name: First steps, part: 2}").series ==
        std::vector<std::string>{"First steps"});
  CHECK(record("taxonomies: {series: [Zola]}").series == std::vector<std::string>{"Zola"});
  CHECK(record("title: x").series.empty());
}

TEST_CASE("an article is a draft until the moment that its generator publishes it") {
  auto const article = [](std::string_view yaml, std::string_view style,
                          std::string path = "a.md") {
    Origin origin{.path = std::move(path)};
    if (!style.empty()) origin.style = site_style({std::string(style)});
    return apply_field_rules(metadata::read_yaml(yaml, 2), {}, origin);
  };
  for (std::string_view const style : {"", "hugo", "jekyll"}) {
    INFO(style);
    CHECK(article("publishDate: 2999-01-01\ndate: 2020-01-01", style).scheduled);
    CHECK(article("publishDate: 2999-01-01", style).draft);
    CHECK_FALSE(article("publishDate: 2020-01-01\ndate: 2999-01-01", style).scheduled);
    CHECK_FALSE(article("date: 2020-01-01", style).draft);
    CHECK(article("date: 2999-01-01 10:00 +0900", style).scheduled == !style.empty());
  }
  CHECK(article("title: x", "jekyll", "_posts/2999-01-01-x.md").scheduled);
  CHECK_FALSE(article("title: x", "hugo", "posts/2999-01-01-x.md").scheduled);
  CHECK_FALSE(article("title: x", "jekyll", "_posts/2020-01-01-x.md").scheduled);
}
