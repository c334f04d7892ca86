// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/block_markup.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <string>

using namespace recap::indexer;

namespace {

/// `markdown` as CommonMark, with `|` for the end of a line of text within a line.
std::string cleaned(std::string_view markdown, Dialect dialect = Dialect::markdown) {
  auto text = without_block_markup(markdown, dialect);
  for (auto at = text.find(paragraph_mark); at != std::string::npos; at = text.find(paragraph_mark))
    text.replace(at, paragraph_mark.size(), "|");
  return text;
}

} // namespace

TEST_CASE("every line keeps its number without block markup") {
  for (std::string const markdown :
       {"", "\n\n", "a", ":::tip[T]\na\n:::\n", "!!! note \"T\"\n\n    a\n\nb", "- a\n{:toc}\nb",
        "{::comment}\n\n    a\n```\nb\n{:/comment}\nc",
        "/// details | T\n    open: true\n\na\n///\n", "```\n:::\n", "Setext\n===\n{: #own}\n",
        "<div markdown=\"1\">\na\n</div>"}) {
    INFO(markdown);
    for (auto const dialect : {Dialect::markdown, Dialect::mdx})
      CHECK(std::ranges::count(cleaned(markdown, dialect), '\n') ==
            std::ranges::count(markdown, '\n'));
  }
}

TEST_CASE("fenced code is unchanged, whatever fence it has") {
  for (std::string const code :
       {"```\n:::tip[T]\n{: .a}\n```", "~~~~ md\n~~~\n[toc]\n~~~~", "> ```\n> :::\n> ```",
        "- ```\n  :::\n  ```", "```\n```js\n:::\n```"}) {
    INFO(code);
    CHECK(cleaned(code) == code);
    CHECK(cleaned(code + "\n:::tip[T]") == code + "\n| T |");
  }
  CHECK(cleaned("```\n:::tip[T]") == "```\n:::tip[T]"); // never closed
  CHECK(cleaned("```a``` b\n:::tip[T]") == "```a``` b\n| T |");
}

TEST_CASE("indented code is unchanged, except in MDX and in lists") {
  CHECK(cleaned("a\n\n    :::tip[T]\n    b\nc") == "a\n\n    :::tip[T]\n    b\nc");
  CHECK(cleaned("a\n    :::tip[T]") == "a\n    | T |");
  CHECK(cleaned("- a\n\n    :::tip[T]") == "- a\n\n    | T |");
  CHECK(cleaned("- a\n\nb\n\n    :::tip[T]") == "- a\n\nb\n\n    :::tip[T]");
  CHECK(cleaned("a\n\n    :::tip[T]", Dialect::mdx) == "a\n\n| T |");
}

TEST_CASE("the content of MkDocs' blocks is as deep as its block") {
  CHECK(cleaned("!!! note \"A\"\n    a\n\n    ??? note \"B\"\n        b\n\n    c\nd") ==
        "| A |\na\n\n| B |\nb\n\nc\nd");
  CHECK(cleaned("=== \"A\"\n    ```\n      a\n    ```\n") == "| A |\n```\n  a\n```\n");
  CHECK(cleaned("!!! note \"A\"\n\nb") == "!!! note \"A\"\n\nb"); // no content
}

TEST_CASE("options of a PyMdown block end at the first line that is not indented") {
  CHECK(cleaned("/// details | A\n    open: true\n    type: x\n\n    code\n///") ==
        "| A |\n\n\n\n    code\n");
  CHECK(cleaned("///\n    a") == "\n    a"); // the end of a block has no options
}

TEST_CASE("a comment of kramdown hides everything up to its end, and no more") {
  CHECK(cleaned("{::comment}\na\n\n    b\n\n```\nc\n```\n!!! note \"T\"\n    d\n{:/comment}\ne") ==
        "\n\n\n\n\n\n\n\n\n\n\ne");
  CHECK(cleaned("{::comment /}\na") == "\na");
  CHECK(cleaned("{::options x=\"1\" /}\na") == "\na");
}

TEST_CASE("a list of attributes below a heading sets its id, below a list it may replace it") {
  auto const id = without_block_markup("# A {#own}", Dialect::markdown);
  REQUIRE(id.find("own") != std::string::npos);
  CHECK(without_block_markup("# A\n{: #own}", Dialect::markdown) == id + '\n');
  CHECK(cleaned("- a\n{:toc}") == "\n");
  CHECK(cleaned("a\n{:toc}") == "a\n");
  CHECK(cleaned("{: .a}") == "");
  CHECK(cleaned("a\n{: .a} b") == "a\n{: .a} b");
}

TEST_CASE("tags of an element with Markdown inside are removed in pairs") {
  CHECK(cleaned("<div markdown>\n<div>\na\n</div>\n</div>") == "\n<div>\na\n\n</div>");
  CHECK(cleaned("</div>") == "</div>");
  CHECK(cleaned("<div>\na\n</div>", Dialect::mdx) == "\na\n");
}

TEST_CASE("a definition is a line below its term") {
  CHECK(cleaned("Term\n: what\n> : it means") == "Term\n| what\n> | it means");
}
