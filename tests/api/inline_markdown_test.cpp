// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/inline_markdown.hpp"

#include "tests/catch.hpp"

using recap::api::inline_text;

TEST_CASE("the text of a link is kept, and its address dropped") {
  CHECK(inline_text("see [the docs](https://example.org/a_(b) \"Docs\") now") ==
        "see [the docs now");
  CHECK(inline_text("see [the docs][ref] now") == "see [the docs now");
  CHECK(inline_text("![a chart](chart.png)") == "![a chart");
  CHECK(inline_text("[문서](/ko)를") == "[문서를");
}

TEST_CASE("brackets that are not a link are text") {
  CHECK(inline_text("a list[0](see below and more) b") == "a list[0](see below and more) b");
  CHECK(inline_text("[open](never closed") == "[open](never closed");
}

TEST_CASE("tags, comments and template code are left out") {
  CHECK(inline_text("a <b class=\"x\">bold</b> word") == "a bold word");
  CHECK(inline_text("a <!-- note --> b") == "a  b");
  CHECK(inline_text("a {{< figure src=\"x\" >}} b {% raw %} c") == "a   b   c");
  CHECK(inline_text("1 < 2 and 3 > 2") == "1 < 2 and 3 > 2");
  CHECK(inline_text("{{ is open") == "{{ is open");
}

TEST_CASE("the visible part of an address in angle brackets is kept") {
  CHECK(inline_text("<https://example.org>") == "https://example.org");
}

TEST_CASE("code is kept unchanged") {
  CHECK(inline_text("`a <T> [x](y)` b") == "a <T> [x](y) b");
  CHECK(inline_text("``a ` b``") == "a ` b");
  CHECK(inline_text("an open ` here") == "an open  here");
}

TEST_CASE("emphasis characters do not separate a Korean noun from its particle") {
  CHECK(inline_text("**강조**는 *약한*") == "강조는 약한");
  CHECK(inline_text("2 * 3") == "2 * 3");
}

TEST_CASE("escapes and entities become their characters") {
  CHECK(inline_text("create\\_task R&amp;D &copy; x") == "create_task R&D   x");
  CHECK(inline_text("a & b; c") == "a & b; c");
}

TEST_CASE("a megabyte of constructs that are never closed is read") {
  for (std::string const open :
       {"[", "](", "<a", "<!--", "`", "``a`", "{{", "{%", "](a \"", "[^", "&", "*", "\\", "](("}) {
    std::string text;
    while (text.size() < 1024 * 1024)
      text += open;
    CHECK(inline_text(text).size() <= text.size());
  }
}
