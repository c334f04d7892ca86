// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/made_ids.hpp"

#include "indexer/markup/html_tags.hpp"
#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace recap::indexer;

namespace {

using Ids = std::vector<std::string>;

/// The ids of the headings of `html`, rendered from `markdown`; `own` for one that states its id,
/// `-` for one that the generator leaves alone.
Ids ids(std::string_view style, std::string const& html, std::string_view markdown = "") {
  HtmlTree const tree(html, GUMBO_TAG_DIV);
  MarkdownSource const source{heading_style(style), markdown};
  MadeIds made(tree.root(), source);
  Ids all;
  auto const is_heading = [](auto const* node) { return heading_level(tag_of(node)) > 0; };
  for (auto const* const heading : elements(tree.root(), is_heading)) {
    bool const own = has_attribute(heading, "id");
    if (own) made.take(attribute(heading, "id"));
    all.push_back(own ? "own" : made.make(heading).value_or("-"));
  }
  return all;
}

/// The id of one heading on the first line.
std::string id(std::string_view style, std::string const& inner, std::string_view markdown) {
  return ids(style, "<h2 data-sourcepos=\"1:1-1:9\">" + inner + "</h2>", markdown).at(0);
}

} // namespace

TEST_CASE("a heading in HTML has an id only where the generator gives it one") {
  CHECK(ids("hugo", "<h2>A</h2>") == Ids{"-"});
  CHECK(ids("github", "<h2>A</h2><h2 data-sourcepos=\"1:1-1:4\">A</h2>", "## A") ==
        Ids{"a", "a-1"});
}

TEST_CASE("a heading above the first level with ids counts, but has none") {
  CHECK(ids("docusaurus",
            "<h1 data-sourcepos=\"1:1-1:3\">A</h1><h2 data-sourcepos=\"2:1-2:4\">A</h2>",
            "# A\n## A") == Ids{"", "a-1"});
}

TEST_CASE("stated ids count from the beginning, from there on, or never") {
  std::string const html = "<h2 data-sourcepos=\"1:1-1:4\">A</h2>"
                           "<h2 data-sourcepos=\"2:1-2:4\"><a id=\"a\"></a>B</h2>"
                           "<h2 id=\"a\">C</h2><h2 data-sourcepos=\"4:1-4:4\">A</h2>";
  std::string const markdown = "## A\n## B\n## C\n## A";
  CHECK(ids("python-markdown", html, markdown) == Ids{"a_1", "b", "own", "a_2"});
  CHECK(ids("python-markdown", "<h2><i id=\"a\"></i>B</h2><h2 data-sourcepos=\"1:1-1:4\">A</h2>",
            "## A") == Ids{"-", "a"}); // that of a heading in HTML does not count
  CHECK(ids("hugo", html, markdown) == Ids{"a", "b", "own", "a-1"});
  std::string const first = "<h2 id=\"a\">C</h2><h2 data-sourcepos=\"2:1-2:4\">A</h2>";
  CHECK(ids("hugo", first, "## C\n## A") == Ids{"own", "a-1"});
  CHECK(ids("github", first, "## C\n## A") == Ids{"own", "a"});
}

TEST_CASE("the text of an id is the shown one, with texts of pictures, or as written") {
  std::string const inner = "A <em>b</em> <img alt=\"c\">";
  CHECK(id("kramdown", inner, "## A *b* ![c](d)") == "a-b-");
  CHECK(id("github", inner, "## A *b* ![c](d)") == "a-b-c");
  CHECK(id("hugo", inner, "## A *b* ![c](d) ##") == "a-b-cd");
  CHECK(id("hugo", "A", "A\r\n===\r\n") == "a");
}

TEST_CASE("dashes, names of emoji and references are read as the generator reads them") {
  CHECK(id("kramdown", "a--b---c----d <code>e--f</code>", "x") == "abc----d-e--f");
  CHECK(id("astro", "a--b---c", "x") == "ab---c");
  CHECK(id("vitepress", "a :tada: :+1: b", "x") == "a-b");
  CHECK(id("vitepress", "at 10:30:15", "x") == "at-10-30-15");
  CHECK(id("vitepress", "a & b", "## a &amp; b") == "a-amp-b");
  CHECK(id("vitepress", "a & b", "## a & b") == "a-b");
  CHECK(id("github", "a & b", "## a &amp; b") == "a--b");
}

TEST_CASE("template code that was removed from a heading is in its id") {
  CHECK(id("github", "A", "## A {{ b }}") == "a--b-");
  CHECK(id("github", "A", "> ## A {{ b }}") == "a--b-");
}

TEST_CASE("a heading whose line is unknown has an id of its text") {
  for (std::string const place : {"0:1-0:2", "9:1-9:2", "x", "", "18446744073709551616:1"}) {
    INFO(place);
    CHECK(ids("hugo", "<h2 data-sourcepos=\"" + place + "\">A b</h2>", "## Other") == Ids{"a-b"});
  }
}
