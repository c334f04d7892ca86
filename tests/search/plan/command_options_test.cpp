// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/command_options.hpp"
#include "searchd/search/query/stop_word_list.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <memory>
#include <vector>

using namespace recap;
using namespace recap::search;

TEST_CASE("a word is an option if an article has it as one") {
  tests::SmallReader index(
      {R"({"id":"a","title":"T","text":"Unpack with tar -xvf and read the manual."})"});
  auto const is_option = options_of(index.reader());
  CHECK(is_option("xvf"));
  CHECK(is_option("XVF"));
  CHECK_FALSE(is_option("manual"));
  CHECK_FALSE(is_option("unknown"));
}

TEST_CASE("a stop word is an option if more than half of the articles have it") {
  tests::SmallReader index({R"({"id":"a","title":"T","text":"it and on"})",
                            R"({"id":"b","title":"T","text":"it and on"})",
                            R"({"id":"c","title":"T","text":"it"})",
                            R"({"id":"d","title":"T","text":"redis"})"});
  auto const is_option = options_of(index.reader());
  CHECK(is_option("it"));
  CHECK_FALSE(is_option("on")); // in half of them
  CHECK_FALSE(is_option("t"));  // in all, but no stop word
}

TEST_CASE("the stop words of an editor decide whether a word can be an option") {
  tests::SmallReader index({R"({"id":"a","title":"T","text":"it and team"})",
                            R"({"id":"b","title":"T","text":"it and team"})"});
  index.reader().levers.stop_words = std::make_shared<StopWordList const>(std::vector<StopWordRule>{
      {.language = "en", .added = {"team"}, .removed = {"it"}, .line = 1}});
  auto const is_option = options_of(index.reader());
  CHECK(is_option("team"));
  CHECK_FALSE(is_option("it"));
}
