// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/html_format.hpp"

#include "metadata/problem.hpp"
#include "tests/catch.hpp"

#include <string>

using namespace recap;
using namespace recap::indexer;

namespace {

Article article(std::string const& html, std::string const& path = "a.html") {
  SourceFile const file{.path = path, .name = path, .relative = path};
  return read_html_file({.bytes = html}, file, {.base_url = "https://e.org"});
}

} // namespace

TEST_CASE("front matter takes precedence over the page, which fills in the rest") {
  auto const read =
      article("---\ntitle: Mine\nauthor: []\n---\n<html lang=ko><title>Theirs</title>"
              "<meta name=author content=Ann><meta name=date content=2024-02-03>text");
  CHECK(read.record.title == "Mine");
  CHECK(read.record.author.empty());
  CHECK(read.record.date == "2024-02-03");
  CHECK(read.record.lang == "ko");
  CHECK(read.record.sections.at(0).text == "text");
}

TEST_CASE("a page without front matter is one of a built site, with its file's address") {
  CHECK(article("<p>a", "x/index.html").record.id == "x");
  CHECK(article("<p>a", "x/index.html").record.url == "https://e.org/x/");
  CHECK(article("<p>a", "x/b.html").record.url == "https://e.org/x/b.html");
  CHECK(article("---\ntitle: T\n---\n<p>a", "x/b.html").record.url == "https://e.org/x/b");
}

TEST_CASE("front matter that cannot be read is refused with its line") {
  CHECK_THROWS_AS(article("---\ntitle: [\n---\n<p>a"), metadata::Unreadable);
  CHECK_THROWS_AS(article("---\ntitle: a\n<p>a"), metadata::Unreadable);
}

TEST_CASE("the facts of a page are its ids and its links, with their lines in the file") {
  auto const facts = html_facts({.bytes = "---\ntitle: T\n---\n<p id=a>\n<a href='b.html#c'>x</a>\n"
                                          "<a name=d href=''></a><a>y</a><p id>"});
  REQUIRE(facts.links.size() == 2);
  CHECK(facts.links[0].text == "b.html#c");
  CHECK(facts.links[0].line == 5);
  CHECK(facts.links[1].text.empty());
  CHECK(facts.links[1].line == 6);
  CHECK(facts.anchors == std::vector<std::string>{"a", "d", ""});
  REQUIRE(facts.keys.size() == 1);
  CHECK(facts.keys[0].line == 2);
}
