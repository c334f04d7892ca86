// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/algolia_markup.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace recap::api;
using recap::search::Span;

namespace {

Markup const tags{"<em>", "</em>", "…"};
Markup const placeholders{"__ais-highlight__", "__/ais-highlight__", "…"};

/// The span of `word` in `text`.
Span span(std::string const& text, std::string const& word, std::size_t unit = 0) {
  auto const at = text.find(word);
  return {at, at + word.size(), unit};
}

} // namespace

TEST_CASE("text is escaped around tags, and left alone around placeholders") {
  std::string const text = "a <b> & \"c\"";
  CHECK(marked(text, {span(text, "b")}, tags) == "a &lt;<em>b</em>&gt; &amp; &quot;c&quot;");
  CHECK(marked(text, {span(text, "b")}, placeholders) ==
        "a <__ais-highlight__b__/ais-highlight__> & \"c\"");
}

TEST_CASE("a snippet has the requested number of words around a match") {
  std::string const text = "one two three four five six seven eight nine ten";
  CHECK(marked_snippet(text, {span(text, "seven")}, 3, tags) == "…six <em>seven</em> eight…");
  CHECK(marked_snippet(text, {}, 3, tags) == "one two three…");
  CHECK(marked_snippet(text, {span(text, "ten")}, 3, tags) == "…nine <em>ten</em>");
  CHECK(marked_snippet("short", {}, 3, tags) == "short");
  CHECK(marked_snippet("", {}, 3, tags).empty());
  CHECK(marked_snippet(text, {}, 0, tags) == "one…");
}

TEST_CASE("a snippet begins where its block does, and is one line") {
  std::string const text = "before it\nalpha beta\ngamma";
  CHECK(marked_snippet(text, {span(text, "beta")}, 6, tags) == "alpha <em>beta</em> gamma");
}

TEST_CASE("a snippet is where most of the words are") {
  std::string const text = "alpha x x x x x x x x beta alpha x x";
  auto const last = text.rfind("alpha");
  std::vector<Span> const spans{{0, 5, 0}, span(text, "beta", 1), {last, last + 5, 0}};
  CHECK(marked_snippet(text, spans, 3, tags) == "…x <em>beta</em> <em>alpha</em>…");
}

TEST_CASE("a snippet of text without spaces is cut between characters") {
  std::string text;
  for (int i = 0; i < 200; ++i)
    text += "가";
  auto const cut = marked_snippet(text, {{300, 306, 0}}, 1, placeholders);
  CHECK(cut.size() < 200);
  auto const plain = marked_snippet(text, {}, 1, placeholders);
  CHECK(plain.size() % 3 == 0);
}
