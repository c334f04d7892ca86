// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/highlight.hpp"

#include "tests/catch.hpp"

using namespace recap::search;

namespace {

std::string shown(std::string_view text, std::string_view words,
                  std::optional<Unit::Kind> kind = std::nullopt) {
  recap::text::Analyser analyser;
  auto units = units_of_words(analyser, words);
  SpanFinder finder;
  for (auto& unit : units) {
    unit.kind = kind.value_or(unit.kind);
    finder.add(unit);
  }
  return highlighted(text, finder.find(analyser, text), Highlight::mark);
}

} // namespace

TEST_CASE("a highlight covers every form of a word") {
  CHECK(shown("Monitors and monitoring", "monitor") ==
        "<mark>Monitors</mark> and <mark>monitoring</mark>");
}

TEST_CASE("a highlight covers the noun and not the particle") {
  CHECK(shown("인턴십을 마치고", "인턴십") == "<mark>인턴십</mark>을 마치고");
  CHECK(shown("대학인턴십은", "인턴십") == "대학인턴십은");
  CHECK(shown("대학인턴십은", "인턴십", Unit::Kind::inside) == "대학<mark>인턴십</mark>은");
}

TEST_CASE("a compound is highlighted as one") {
  CHECK(shown("with Backend.AI here", "backend.ai") == "with <mark>Backend.AI</mark> here");
  CHECK(shown("the front end of it", "front-end") == "the <mark>front end</mark> of it");
}

TEST_CASE("markup in a text comes out as text") {
  CHECK(shown("<b onclick='x'>R&D</b>", "b").find('\'') == std::string::npos);
  CHECK(escape("<\"&'>") == "&lt;&quot;&amp;&#39;&gt;");
}

TEST_CASE("a snippet is short, shows the match and says where it was cut") {
  std::string text;
  for (int i = 0; i < 500; ++i)
    text += "filler ";
  text += "needle ";
  for (int i = 0; i < 500; ++i)
    text += "filler ";
  recap::text::Analyser analyser;
  auto const units = units_of_words(analyser, "needle");
  SpanFinder finder;
  finder.add(units[0]);
  auto const out = snippet(text, finder.find(analyser, text), Highlight::em);
  CHECK(out.find("<em>needle</em>") != std::string::npos);
  CHECK(out.size() < snippet_bytes + 40);
  CHECK(out.substr(0, 3) == "…");
}

TEST_CASE("a snippet never cuts a character") {
  std::string text;
  for (int i = 0; i < 300; ++i)
    text += "가";
  recap::text::Analyser analyser;
  CHECK(snippet(text, {}, Highlight::none).size() % 3 == 0);
}
