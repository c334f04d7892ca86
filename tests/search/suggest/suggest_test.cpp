// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/suggest/suggest.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Texts = std::vector<std::string>;

Texts shown(std::vector<std::string> const& lines, std::string q, std::size_t limit = 8) {
  tests::SmallReader index(lines);
  Texts texts;
  for (auto const& one :
       suggestions_for(index.snapshot(), index.reader(), {.q = std::move(q), .limit = limit}, {})
           .suggestions)
    texts.push_back(std::string(name_of(one.kind)) + ": " + one.text);
  return texts;
}

} // namespace

TEST_CASE("phrases come before words, titles first, then topics, authors and headings") {
  std::vector<std::string> const lines{
      R"({"id":"a","title":"Redis guide","topics":["red pandas"],"author":["Reda Kim"],"markdown":"## Reduce latency\n\nredefine"})"};
  auto const all = shown(lines, "red");
  REQUIRE(all.size() > 4);
  CHECK(Texts(all.begin(), all.begin() + 4) == Texts{"title: Redis guide", "topic: red pandas",
                                                     "author: Reda Kim",
                                                     "heading: Reduce latency"});
  CHECK(std::ranges::find(all, "word: redefine") != all.end());
}

TEST_CASE("no kind takes more than half of the list while another can fill it") {
  std::vector<std::string> lines;
  for (std::string const n : {"one", "two", "three", "four"})
    lines.push_back(R"({"id":")" + n + R"(","title":"Redis )" + n +
                    R"(","topics":["redis clusters"],"text":"x"})");
  auto const few = shown(lines, "redis", 4);
  REQUIRE(few.size() == 4);
  CHECK(few[2] == "topic: redis clusters");
  CHECK(few[3].starts_with("title: "));
}

TEST_CASE("suggestions that are typed alike appear once") {
  auto const all =
      shown({R"({"id":"a","title":"Redis","topics":["redis"],"text":"redis"})"}, "red");
  CHECK(all == Texts{"title: Redis"});
}

TEST_CASE("a suggestion never leads to a search that finds nothing") {
  auto const all = shown({R"({"id":"a","title":"-redis docker","text":"x"})"}, "redis");
  CHECK(std::ranges::find(all, "title: -redis docker") == all.end());
  CHECK(std::ranges::find(all, "word: redis") != all.end());
}

TEST_CASE("Korean is completed by initial consonants and from the other keyboard mode") {
  std::vector<std::string> const lines{R"({"id":"a","title":"인턴십 후기","text":"등대"})"};
  for (auto const* q : {"ㅇㅌㅅ", "ㅇㅌㅅㅎㄱ", "dlsxjs"}) {
    CAPTURE(q);
    auto const all = shown(lines, q);
    REQUIRE_FALSE(all.empty());
    CHECK(all[0] == "title: 인턴십 후기");
  }
  CHECK(shown(lines, "ㄷㄷ") == Texts{"word: 등대"});
}

TEST_CASE("a near match is suggested only if nothing begins with the text") {
  std::vector<std::string> lines{R"({"id":"a","title":"T","text":"redis"})"};
  CHECK(shown(lines, "rdeis") == Texts{"word: redis"});
  CHECK(shown(lines, "rde").empty());
  lines.push_back(R"({"id":"b","title":"T","text":"rdeist"})");
  CHECK(shown(lines, "rdeis") == Texts{"word: rdeist"});
}

TEST_CASE("no text, punctuation alone or a limit of 0 gives no suggestions") {
  std::vector<std::string> const lines{R"({"id":"a","title":"Redis","text":"x"})"};
  CHECK(shown(lines, "").empty());
  CHECK(shown(lines, "!?").empty());
  CHECK(shown(lines, "red", 0).empty());
}
