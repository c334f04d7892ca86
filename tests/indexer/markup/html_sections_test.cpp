// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/html_sections.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace recap;
using namespace recap::indexer;

namespace {

std::vector<index::Section> sections(std::string const& html) {
  HtmlTree const tree(html);
  return html_sections(html_content(tree));
}

std::string text(std::string const& html) {
  auto const found = sections(html);
  return found.empty() ? "" : found.front().text;
}

/// `heading#anchor` of the last section.
std::string heading(std::string const& html) {
  auto const found = sections(html);
  return found.empty() ? "none" : found.back().heading + '#' + found.back().anchor;
}

} // namespace

TEST_CASE("only a first section with text has no heading") {
  auto const found = sections("a<h1>A</h1><h3>B</h3>b<p>c");
  REQUIRE(found.size() == 3);
  CHECK(found[0].heading.empty());
  CHECK(found[0].level == 0);
  CHECK(found[0].text == "a");
  CHECK(found[1].level == 1);
  CHECK(found[1].text.empty());
  CHECK(found[2].level == 3);
  CHECK(found[2].text == "b\nc");
  CHECK(sections("<h1>A</h1>").size() == 1);
  CHECK(sections(" <p> </p>").empty());
}

TEST_CASE("a heading without text begins no section") {
  auto const found = sections("<h1>A</h1>a<h2 id=x> <a href='#x'>#</a></h2>b");
  REQUIRE(found.size() == 1);
  CHECK(found[0].text == "a\nb");
}

TEST_CASE("the sign that links to a heading is not its text, another link is") {
  for (auto const* sign : {"", "#", "¶", "§", "🔗", "Link"}) {
    INFO(sign);
    CHECK(heading("<h2 id=a>A <a href='#a'>" + std::string(sign) + "</a></h2>") == "A#a");
  }
  CHECK(heading("<h2 id=a>A <a href='#a' aria-hidden=true>permalink</a></h2>") == "A#a");
  CHECK(heading("<h2 id=a>A <a href='#b'>b</a> <a href='/x'>#</a></h2>") == "A b ##a");
  CHECK(text("<a href='#a'>#</a> b") == "# b");
}

TEST_CASE("the anchor of a heading can be used after # as it is") {
  CHECK(heading("<h2 id='a \"b\" 가'>A</h2>") == "A#a%20%22b%22%20가");
  CHECK(heading("<h2><span id=a></span><span id=b></span>A</h2>") == "A#a");
  CHECK(heading("<h2 id=a><span id=b></span>A</h2>") == "A#a");
}

TEST_CASE("the text of a page without its notes' numbers and diagrams") {
  CHECK(text("a<sup><a class='x footnote-ref' href='#1'>1</a></sup> b"
             "<a class=footnote-backref href='#2'>↩</a>") == "a b");
  CHECK(text("a<pre class=mermaid>graph</pre><pre><code class='language-mermaid'>graph</code>"
             "</pre>b") == "a\nb");
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
  CHECK(text("<p>{{ <code>a</code> }} b <code>c</code></p>") == "b c");
}

TEST_CASE("a heading without an id takes that of the block that it begins, or has no anchor") {
  auto const found = sections("<section id=s><h2>A</h2></section><div id=d><p>x</p><h2>B</h2>"
                              "</div><h2><a name=n></a>C</h2>");
  REQUIRE(found.size() == 3);
  CHECK(found[0].anchor == "s");
  CHECK(found[1].anchor.empty());
  CHECK(found[2].anchor == "n");
}
