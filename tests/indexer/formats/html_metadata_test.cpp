// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/html_page.hpp"

#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace recap::indexer;

namespace {

using Values = std::vector<std::string>;

Values values(HtmlPage const& page, std::string_view key) {
  auto const* const entry = find(page.metadata, key);
  return entry == nullptr ? Values{} : entry->values;
}

/// The first value of a page's metadata, or `none`.
std::string value(std::string_view html, std::string_view key) {
  auto const all = values(read_html(html), key);
  return all.empty() ? "none" : all.front();
}

} // namespace

TEST_CASE("author, date and topics come from meta elements") {
  auto const page =
      read_html(R"(<head><meta property="article:published_time" content="2022-08-31T09:00:00Z">
<meta name="author" content="Ann Lee"><meta property="article:author" content="https://e.org/ann">
<meta property="article:tag" content="Go"><meta property="article:tag" content="CI, CD">
<meta name="keywords" content="other"><meta name="description" content="About it">
<meta name="recap:season" content="summer"><link rel="canonical" href="https://e.org/deploys/">)");
  CHECK(values(page, "date") == std::vector<std::string>{"2022-08-31T09:00:00Z"});
  CHECK(values(page, "author") == std::vector<std::string>{"Ann Lee"});
  CHECK(values(page, "topics") == std::vector<std::string>{"Go", "CI, CD"});
  CHECK(values(page, "summary") == std::vector<std::string>{"About it"});
  CHECK(values(page, "season") == std::vector<std::string>{"summer"});
  CHECK(values(page, "url") == std::vector<std::string>{"https://e.org/deploys/"});
}

TEST_CASE("author, date and topics come from JSON-LD") {
  auto const page = read_html(R"(<script type="application/ld+json">{"@graph": [{"@type": "WebSite",
"name": "x"}, {"@type": ["BlogPosting"], "headline": "On CI", "datePublished": "2021-02-03",
"author": [{"name": "Bo"}, "Cy"], "keywords": "ci, go", "inLanguage": "en"}]}</script><p>text)");
  CHECK(values(page, "title") == std::vector<std::string>{"On CI"});
  CHECK(values(page, "author") == std::vector<std::string>{"Bo", "Cy"});
  CHECK(values(page, "topics") == std::vector<std::string>{"ci", " go"});
  CHECK(values(page, "date") == std::vector<std::string>{"2021-02-03"});
  CHECK(read_html("<script type='application/ld+json'>{oops</script><p>x").metadata.empty());
}

TEST_CASE("a page that asks not to be indexed or leads elsewhere is a draft") {
  for (auto const* rules : {"noindex, follow", "follow,NoIndex", "none", "noindex nofollow"})
    CHECK(values(read_html("<meta name=robots content='" + std::string(rules) + "'>"), "draft")
              .size() == 1);
  for (auto const* rules : {"index, max-image-preview:none", "noindexifembedded", "all"})
    CHECK(values(read_html("<meta name=robots content='" + std::string(rules) + "'>"), "draft")
              .empty());
  CHECK(values(read_html("<meta http-equiv=refresh content='0; url=/x/'>"), "draft").size() == 1);
}

TEST_CASE("the title of a page is its heading if its title only adds the name of the site") {
  CHECK(value("<title>A b | Site</title><main><h1>A b</h1>", "title") == "A b");
  CHECK(value("<title>Other</title><main><h1>A b</h1>", "title") == "Other");
  CHECK(value("<title>Site: A</title><h1>Site</h1><main>x", "title") == "Site: A"); // outside
  CHECK(value("<main><h1>A <a href='#a'>#</a></h1>", "title") == "A");
  CHECK(value("<meta property=og:title content=O><title>T</title>", "title") == "O");
  CHECK(value("<title>T</title><svg><title>icon</title></svg>", "title") == "T");
  CHECK(value("<p>text", "title") == "none");
}

TEST_CASE("Recap's own elements take precedence over any other") {
  auto const page = read_html("<meta name='Recap:Title' content=Mine><title>Theirs</title>"
                              "<meta name=recap:draft content=false><meta name=robots content=none>"
                              "<meta name=recap:topic content=a><meta name=recap:topic content=b>"
                              "<meta name=keywords content=c>");
  CHECK(values(page, "title") == Values{"Mine"});
  CHECK(values(page, "draft") == Values{"false"});
}

TEST_CASE("the date is the first that is a date, also that of an element in the article") {
  CHECK(value("<meta property=article:published_time content='last week'>"
              "<meta name=date content=2024-02-03>",
              "date") == "2024-02-03");
  CHECK(value("<footer><time datetime=2024-01-01></footer><article><time datetime=2024-02-03>",
              "date") == "2024-02-03");
  CHECK(value("<main><time datetime='in May'>May</time>", "date") == "none");
  CHECK(value("<meta property=article:modified_time content=2024-05-06>"
              "<meta name=date content=2024-02-03>",
              "date") == "2024-02-03");
}

TEST_CASE("the first names of authors count, and addresses are not names") {
  CHECK(value("<meta property=article:author content='https://e.org/ann'>"
              "<meta name=dc.creator content='Ann Lee'>",
              "author") == "Ann Lee");
  CHECK(value("<a rel='author me' href=/ann>Ann Lee</a>", "author") == "Ann Lee");
  CHECK(value("<meta name=author content=''><a rel=author>Bo</a>", "author") == "Bo");
  CHECK(values(read_html("<a rel=tag>Go</a><a rel='tag category'>CI</a>"), "topics") ==
        Values{"Go", "CI"});
}

TEST_CASE("a picture, summary and language come from the first element that states them") {
  std::string const page =
      "<html lang=''><meta name=twitter:image content=t.png>"
      "<meta property=og:image content=o.png>"
      "<meta property=og:description content=O><meta name=description content=''>"
      "<script type='application/ld+json'>{\"@type\":\"Article\","
      "\"inLanguage\":\"ko\"}</script>";
  CHECK(value(page, "image") == "o.png");
  CHECK(value(page, "summary") == "O");
  CHECK(value(page, "lang") == "ko");
}
