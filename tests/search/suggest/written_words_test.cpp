// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/suggest/written_words.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

using namespace recap;
using namespace recap::search;

TEST_CASE("joined letters are shown as the first article with them writes them") {
  tests::SmallReader index({R"({"id":"a","title":"A","text":"The Backend.AI of Front-End"})",
                            R"({"id":"b","title":"B","text":"backend-ai"})"});
  WrittenWords words(index.reader());
  CHECK(words.of("backendai") == "Backend.AI");
  CHECK(words.of("frontend") == "Front-End");
}

TEST_CASE("a word that also stands alone is shown in small letters") {
  tests::SmallReader index({R"({"id":"a","title":"A","text":"Front-End or FRONTEND, Redis"})"});
  WrittenWords words(index.reader());
  CHECK(words.of("frontend") == "frontend");
  CHECK(words.of("redis") == "redis");
}

TEST_CASE("a word that no article has is not shown, Hangul and numbers are as they are") {
  tests::SmallReader index({R"({"id":"a","title":"A","text":"x"})"});
  WrittenWords words(index.reader());
  CHECK_FALSE(words.of("zoo"));
  CHECK(words.of("등대") == "등대");
  CHECK(words.of("2.4") == "2.4");
}

TEST_CASE("the spelling of a word is looked up once, until a reader forgets it") {
  tests::SmallReader index({R"({"id":"a","title":"A","text":"Backend.AI"})"});
  WrittenWords words(index.reader());
  CHECK(words.of("backendai") == "Backend.AI");
  index.reader().written_words["backendai"] = "as known";
  CHECK(words.of("backendai") == "as known");
}
