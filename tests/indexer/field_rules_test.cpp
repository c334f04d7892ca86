// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/field_rules.hpp"

#include "tests/catch.hpp"

using namespace recap::indexer;

namespace {

recap::index::Record record(std::string_view yaml,
                            Origin const& origin = {.path = "blog/a.md", .base_url = {}}) {
  return apply_field_rules(yaml_metadata(yaml, 2), {}, origin).record;
}

} // namespace

TEST_CASE("dates are read as sites write them") {
  for (auto const* text : {"2023-01-30", "2023/1/30", "2023-01-30T10:00:00+09:00",
                           "2023-01-30 9:05:00 -4", " 2023-01-30T10:00:00.123Z "}) {
    INFO(text);
    CHECK(parse_date(text) == "2023-01-30");
  }
  for (auto const* text : {"yesterday", "2023-02-30", "2023", "30.1.2023", ""}) {
    INFO(text);
    CHECK_FALSE(parse_date(text).has_value());
  }
}

TEST_CASE("year and season come from a title only where they stand together") {
  CHECK(record("title: Recap, Summer 2022").season == "summer");
  CHECK(record("title: 2022년 여름 후기").year == 2022);
  CHECK(record("title: Internship, 2nd half 2024").season == "second-half");
  CHECK(record("title: Spring Boot").season.empty());
  CHECK(record("title: x\ndate: 2021-05-06").year == 2021);
  CHECK(record("title: Summer 2022\nyear: 2020").season.empty());
}

TEST_CASE("other sites' names of keys are read") {
  auto const read = record("LinkTitle: Other\ntags: [a, B]\nkeywords: b, c\nauthors: Ann\nexcerpt: "
                           "About\nlocale: ko_KR");
  CHECK(read.topics == std::vector<std::string>{"a", "B", "c"});
  CHECK(read.author == std::vector<std::string>{"Ann"});
  CHECK(read.summary == "About");
  CHECK(read.lang == "ko");
  CHECK(read.aliases == std::vector<std::string>{"Other"});
}

TEST_CASE("titles, summaries and names have the characters that references stand for") {
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

TEST_CASE("a link in a name or summary is its text") {
  auto const read = record("author: '[Ann (A)](https://e.org/a), [Bo](b) [c] (d)'\n"
                           "summary: Uses [`x`](https://e.org/x&amp;y) [open](\ntitle: '[a](b)'");
  CHECK(read.author == std::vector<std::string>{"Ann (A), Bo [c] (d)"});
  CHECK(read.summary == "Uses `x` [open](");
  CHECK(read.title == "[a](b)");
}

TEST_CASE("an address is made of the title as it is written") {
  SiteStyle const style = site_style({"hugo", "blog=/:title/"});
  CHECK(record("title: A&amp;B", {.path = "blog/a.md", .base_url = "https://e.org", .style = style})
            .url == "https://e.org/aampb/");
}

TEST_CASE("published tells a date, or as Jekyll has it whether the article is a draft") {
  auto const article = [](std::string_view yaml) {
    return apply_field_rules(yaml_metadata(yaml, 2), {}, {.path = "a.md", .base_url = {}});
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

TEST_CASE("a value that is not what its key says is refused with its line") {
  for (auto const* yaml :
       {"title: x\ndate: yesterday", "title: x\nyear: abc", "title: x\nseason: monsoon",
        "title: x\ndraft: perhaps", "a: b\ntitle: {b: c}"}) {
    INFO(yaml);
    try {
      static_cast<void>(record(yaml));
      FAIL("accepted");
    } catch (Unreadable const& error) {
      CHECK(error.line() == 3);
    }
  }
}

TEST_CASE("an address that is made of a path is percent-encoded") {
  auto const url = [](std::string const& path) {
    return record("title: x", {.path = path, .base_url = "https://e.org/b/"}).url;
  };
  CHECK(url("my file #1?.md") == "https://e.org/b/my%20file%20%231%3F");
  CHECK(url("100%/c++.md") == "https://e.org/b/100%25/c++");
  CHECK(url("한.md") == "https://e.org/b/%ED%95%9C");
}

TEST_CASE("a stated address is one of the web, or a path") {
  auto const url = [](std::string const& stated) {
    return record("url: '" + stated + "'", {.path = "a.md", .base_url = "https://e.org"}).url;
  };
  CHECK(url("/to?u=http://x.org") == "https://e.org/to?u=http://x.org");
  CHECK(url("HTTP://x.org/a:b") == "HTTP://x.org/a:b");
  CHECK(url("//x.org/a") == "//x.org/a");
  CHECK(url("/a:b") == "https://e.org/a:b");
  CHECK_THROWS_AS(url("javascript:alert(1)"), Unreadable);
  CHECK_THROWS_AS(record("url: data:text/html,x"), Unreadable);
}
