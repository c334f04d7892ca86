// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/html_page.hpp"

#include "indexer/formats/article.hpp"
#include "tests/catch.hpp"

using namespace recap::indexer;

namespace {

std::string text(std::string_view html) {
  auto const sections = read_html(html).sections;
  return sections.empty() ? "" : sections.front().text;
}

std::vector<std::string> values(HtmlPage const& page, std::string_view key) {
  auto const* const entry = find(page.metadata, key);
  return entry == nullptr ? std::vector<std::string>{} : entry->values;
}

} // namespace

TEST_CASE("the article of a page is read without its surroundings") {
  auto const page = read_html(R"(<!doctype html><html lang="ko"><head><title>Deploys | Blog</title>
<style>p{}</style><script>var hidden</script></head><body><header>Blog</header><nav>Home</nav>
<main><article><header><h1 id="top">Deploys</h1><p>By Ann</p></header>
<p>First <b>bold</b>word.<br>Next</p><aside>Note.</aside><h2 id="why">Why <a href="#why">#</a></h2>
<ul><li>one</li><li>two</li></ul><footer>Share</footer></article><div>More posts</div></main>
<footer>Imprint</footer></body></html>)");
  REQUIRE(page.sections.size() == 2);
  CHECK(page.sections[0].heading == "Deploys");
  CHECK(page.sections[0].anchor == "top");
  CHECK(page.sections[0].level == 1);
  CHECK(page.sections[0].text == "By Ann\nFirst boldword. Next\nNote.");
  CHECK(page.sections[1].heading == "Why");
  CHECK(page.sections[1].anchor == "why");
  CHECK(page.sections[1].text == "one\ntwo");
  CHECK(values(page, "title") == std::vector<std::string>{"Deploys"});
  CHECK(values(page, "lang") == std::vector<std::string>{"ko"});
}

TEST_CASE("a page without main or article is read as a whole, without the site's parts") {
  CHECK(text("<body><header>Site</header><p>words</p><nav>x</nav><aside>y</aside>") == "words");
  CHECK(text("just <i>a</i> fragment") == "just a fragment");
  CHECK(text("<article>one</article><article>two</article>") == "one\ntwo");
}

TEST_CASE("hidden parts of a page are omitted, and code is kept as written") {
  CHECK(text("<p>a</p><p hidden>b</p><div role=navigation>c</div><template>d</template>") == "a");
  CHECK(text("<p>a {{ x }} <code>{{ y }}</code></p><pre>l1\n  l2 {% z %}\n</pre>") ==
        "a {{ y }}\nl1\n  l2 {% z %}");
  CHECK(text("<table><tr><th>a<th>b<tr><td>c<td>d</table>") == "a b\nc d");
  CHECK(text("<p>x <img src=a alt='a picture'></p>") == "x a picture");
}

TEST_CASE("a heading without an id takes that of the block that it begins, or has no anchor") {
  auto const sections = read_html("<section id=s><h2>A</h2></section><div id=d><p>x</p><h2>B</h2>"
                                  "</div><h2><a name=n></a>C</h2>")
                            .sections;
  REQUIRE(sections.size() == 3);
  CHECK(sections[0].anchor == "s");
  CHECK(sections[1].anchor.empty());
  CHECK(sections[2].anchor == "n");
}

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

TEST_CASE("a page nested 20,000 deep is read") {
  std::string page;
  for (int i = 0; i < 20'000; ++i)
    page += "<i>";
  CHECK(text(page + "deep") == "deep");
}
