// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/suggest/suggested_phrases.hpp"

#include "index/phrase_term.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"
#include "text/typed.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;
using By = index::Phrases::By;

namespace {

using Texts = std::vector<std::string>;

std::vector<index::Phrase> beginning(tests::SmallReader const& index, std::string_view keys,
                                     By by = By::keys) {
  return phrases_beginning(index.snapshot().phrases(), keys, 9, by);
}

/// The only phrase that begins with `text`, as shown.
Suggestion only(tests::SmallReader& index, std::string_view text, By by = By::keys) {
  auto const keys = text::typed(text).keys;
  auto const found = beginning(index, keys, by);
  REQUIRE(found.size() == 1);
  return suggestion_of(index.snapshot(), index.reader(), found[0], keys, by);
}

} // namespace

TEST_CASE("phrases that begin with the text come before those with a later word that does") {
  tests::SmallReader const index(
      {R"({"id":"a","title":"A redis guide","topics":["redis"],"author":["Reda"],"text":"x"})"});
  Texts texts;
  for (auto const& phrase : beginning(index, "red"))
    texts.emplace_back(phrase.text);
  CHECK(texts == Texts{"redis", "Reda", "A redis guide"});
}

TEST_CASE("a heading leads to its section in the newest article that has it") {
  tests::SmallReader index(
      {R"({"id":"old","title":"A","url":"/old","date":"2020-01-01","markdown":"## Reduce latency\n\nx"})",
       R"({"id":"new","title":"B","url":"/new","date":"2024-01-01","markdown":"## Reduce latency\n\nx"})",
       R"({"id":"undated","title":"C","url":"/undated","markdown":"## Reduce latency\n\nx"})"});
  auto const heading = only(index, "redu");
  CHECK(heading.kind == SuggestionKind::heading);
  CHECK(heading.id == "new");
  CHECK(heading.url == "/new#reduce-latency");
  CHECK(heading.count == 3);
}

TEST_CASE("the part already typed is marked anywhere in the text, and the rest is escaped") {
  tests::SmallReader index({R"({"id":"a","title":"R&D with Redis","text":"x"})"});
  CHECK(only(index, "wi").text_html == "R&amp;D <mark>wi</mark>th Redis");
  CHECK(only(index, "with red").text_html == "R&amp;D <mark>with Red</mark>is");
}

TEST_CASE("initial consonants mark the syllables that they begin") {
  tests::SmallReader index({R"({"id":"a","title":"겨울 인턴십","text":"x"})"});
  CHECK(only(index, "ㅇㅌ", By::initials).text_html == "겨울 <mark>인턴</mark>십");
}

TEST_CASE("a title that is too long for its term is shown whole") {
  std::string const title = "Lighthouse " + std::string(index::longest_phrase_bytes, 'x') + " end";
  tests::SmallReader index({R"({"id":"a","title":")" + title + R"(","text":"x"})"});
  CHECK(only(index, "light").text == title);
}

TEST_CASE("topics and authors lead to no article of their own") {
  tests::SmallReader index({R"({"id":"a","title":"A","url":"/a","topics":["redis"],"text":"x"})"});
  auto const topic = only(index, "red");
  CHECK(topic.kind == SuggestionKind::topic);
  CHECK(topic.id.empty());
  CHECK(topic.url.empty());
}
