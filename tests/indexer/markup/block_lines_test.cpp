// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/block_lines.hpp"

#include "indexer/markup/block_markup.hpp"
#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace recap::indexer;

namespace {

/// A title in quotes, or `none`.
std::string shown(std::optional<std::string> const& title) {
  return title ? '"' + *title + '"' : "none";
}

} // namespace

TEST_CASE("a text has one more line than line ends, whichever they are") {
  using Lines = std::vector<std::string>;
  CHECK(lines_of("a\r\nb\n\nc") == Lines{"a", "b", "", "c"});
  CHECK(lines_of("a\n") == Lines{"a", ""});
  CHECK(lines_of("") == Lines{""});
  CHECK(is_blank(" \t"));
  CHECK_FALSE(is_blank(" a"));
}

TEST_CASE("a tab in an indentation advances to the next multiple of four columns") {
  CHECK(indentation("\ta") == 4);
  CHECK(indentation("  \ta") == 4);
  CHECK(indentation("    \t a") == 9);
  CHECK(indentation("a\t") == 0);
  CHECK(without_indentation("\t\ta", 4) == "    a");
  CHECK(without_indentation("  a", 8) == "a");
  CHECK(without_indentation("\ta", 0) == "\ta");
  CHECK(without_indentation("   ", 1) == "  ");
}

TEST_CASE("a line in quotes is divided into markers and text") {
  CHECK(quoted(" > >a > b \t").prefix == " > >");
  CHECK(quoted(" > >a > b \t").text == "a > b");
  CHECK(quoted("> ").prefix == "> ");
  CHECK(quoted("> ").text.empty());
}

TEST_CASE("a list item has a bullet or a number, and a space unless it is empty") {
  CHECK(item_bytes("- a") == 1);
  CHECK(item_bytes("  * a") == 3);
  CHECK(item_bytes("12) a") == 3);
  CHECK(item_bytes("1.\ta") == 2);
  CHECK(item_bytes("+") == 1);
  for (auto const* line : {"-a", "--- a", "1.5 a", "12", "a - b", ". a", ""}) {
    INFO(line);
    CHECK(item_bytes(line) == 0);
  }
}

TEST_CASE("a heading has one to six signs, or a line of signs below it") {
  for (auto const* line : {"# a", "###### a", "#", "##\ta"}) {
    INFO(line);
    CHECK(is_heading(line));
  }
  for (auto const* line : {"####### a", "#a", "a", ""}) {
    INFO(line);
    CHECK_FALSE(is_heading(line));
  }
  CHECK(underlines("==="));
  CHECK(underlines("> - "));
  CHECK_FALSE(underlines("-="));
  CHECK_FALSE(underlines("--- a"));
  CHECK_FALSE(underlines("> "));
}

TEST_CASE("lines that a generator replaces are recognised, and text like them is not") {
  CHECK(is_table_of_contents("[TOC]"));
  CHECK(is_table_of_contents("[[_TOC_]]"));
  CHECK_FALSE(is_table_of_contents("[toc] and more"));
  CHECK(names_table_of_contents("{: .wide toc}"));
  CHECK(names_table_of_contents("{:toc}"));
  CHECK_FALSE(names_table_of_contents("{:.tocs}"));
  for (auto const* line : {"--8<-- \"a\"", ";--8<-- \"a\"", "<<< @/a", "<<< ./a", "{!a.md!}"}) {
    INFO(line);
    CHECK(includes_file(line));
  }
  for (auto const* line : {"<<< a", "<<< ", "{!a.md", "-- 8<--"}) {
    INFO(line);
    CHECK_FALSE(includes_file(line));
  }
  CHECK(is_abbreviation("*[HTML]: text"));
  CHECK_FALSE(is_abbreviation("*[]: text"));
  CHECK_FALSE(is_abbreviation("*[HTML] text"));
}

TEST_CASE("a tag alone on its line is a wrapper, or an element with Markdown inside") {
  for (auto const* line : {"<div>", "</section>", "<aside class=\"a b\">"}) {
    INFO(line);
    CHECK(is_wrapper(line));
  }
  for (auto const* line : {"<div hidden>", "<div>a</div>", "<span>", "div>", "<div"}) {
    INFO(line);
    CHECK_FALSE(is_wrapper(line));
  }
  CHECK(markdown_element("<div class=\"a\" markdown=\"1\">") == "div");
  CHECK(markdown_element("<section markdown>") == "section");
  for (auto const* line : {"<div markdown=\"0\">", "<div markdown hidden>", "<div markdowns=\"1\">",
                           "<div markdown=\"1\">a</div>", "<div>", "markdown"}) {
    INFO(line);
    CHECK(markdown_element(line).empty());
  }
}

TEST_CASE("blocks of MkDocs have a title in quotes, or only a name; a tab has a title") {
  CHECK(shown(indented_block_title("!!! note \"A 'b'\"")) == "\"A 'b'\"");
  CHECK(shown(indented_block_title("!!! note \"\"")) == "\"\"");
  CHECK(shown(indented_block_title("???+ note")) == "\"\"");
  CHECK(shown(indented_block_title("===! \"A\"")) == "\"A\"");
  for (auto const* line : {"=== A", "!!!", "!!! 1", "!!!note", "!!! \"", "?? note", "==="}) {
    INFO(line);
    CHECK(shown(indented_block_title(line)) == "none");
  }
}

TEST_CASE("blocks of PyMdown have a title after a bar, except elements of HTML") {
  CHECK(shown(slash_block_title("/// note | A b")) == "\"A b\"");
  CHECK(shown(slash_block_title("//// note")) == "\"\"");
  CHECK(shown(slash_block_title("/// html | div.wide")) == "\"\"");
  CHECK(shown(slash_block_title("///")) == "\"\"");
  for (auto const* line : {"// note", "///note", "/// note A", "/// 1 | A", "/// | A"}) {
    INFO(line);
    CHECK(shown(slash_block_title(line)) == "none");
  }
}

TEST_CASE("a container has its title in brackets, in attributes or as text") {
  CHECK(shown(container_title(":::tip[A [b]]")) == "\"A [b]\"");
  CHECK(shown(container_title("::: details A {open}")) == "\"A\"");
  CHECK(shown(container_title("::: {.note title=\"A b\"}")) == "\"A b\"");
  CHECK(shown(container_title("::: {.note title=\"A b")) == "\"A b\"");
  CHECK(shown(container_title(":::: warning A ::::")) == "\"A\"");
  CHECK(shown(container_title(":::")) == "\"\"");
  CHECK(shown(container_title("::")) == "none");
  CHECK(shown(container_title("::: \"A\"")) == "none");
}

TEST_CASE("an alert has a name in brackets, and may fold") {
  CHECK(shown(alert_title("[!NOTE]")) == "\"\"");
  CHECK(shown(alert_title("[!tip]- A b")) == "\"A b\"");
  CHECK(shown(alert_title("[!bug|wide]+ A")) == "\"A\"");
  for (auto const* line : {"[!]", "[!note", "[!a/b] c", "[note]"}) {
    INFO(line);
    CHECK(shown(alert_title(line)) == "none");
  }
}

TEST_CASE("a title becomes a line of its own, an empty one nothing") {
  CHECK(between_marks("A") == std::string(paragraph_mark) + " A " + std::string(paragraph_mark));
  CHECK(between_marks("").empty());
}
