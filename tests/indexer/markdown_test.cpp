// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown.hpp"

#include "tests/catch.hpp"

using namespace recap::indexer;

TEST_CASE("headings make sections with GitHub's anchors or their own") {
  auto const sections =
      markdown_sections("intro\n\n# A *b*\n\ntext\n\n## A b\n\n## 설치 {#install}\n");
  REQUIRE(sections.size() == 4);
  CHECK(sections[0].heading.empty());
  CHECK(sections[1].heading == "A b");
  CHECK(sections[1].anchor == "a-b");
  CHECK(sections[2].anchor == "a-b-1");
  CHECK(sections[3].heading == "설치");
  CHECK(sections[3].anchor == "install");
}

TEST_CASE("what a reader sees stays, what makes it so goes") {
  auto const text = [](std::string_view markdown) {
    return markdown_sections(markdown).at(0).text;
  };
  CHECK(text("a [link](http://x) and ![alt](y.png)") == "a link and alt");
  CHECK(text("| a | b |\n|---|---|\n| c | d |") == "a b\nc d");
  CHECK(text("- one\n- two\n") == "one\ntwo");
  CHECK(text("<div class=\"x\">seen</div>\n") == "seen");
  CHECK(text("<div>&ldquo;caf&eacute;&rdquo; &lt;b&gt; &amp; co</div>\n") == "“café” <b> & co");
  CHECK(text("x\n\n<script>hidden()</script>\n") == "x");
  CHECK(text("a {{< note >}} b {% raw %} c") == "a b c");
  CHECK(text("`{{ kept }}` here") == "{{ kept }} here");
  CHECK(text("**\"강조\"**는 여기") == "\"강조\"는 여기");
}

TEST_CASE("an empty text has no sections") {
  CHECK(markdown_sections("").empty());
}
