// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/stop_word_list.hpp"
#include "tests/catch.hpp"

using namespace recap::search;

namespace {

StopWordRule rule(std::vector<std::string> added, std::vector<std::string> removed) {
  return {.language = "en", .added = std::move(added), .removed = std::move(removed), .line = 4};
}

std::string fault(StopWordRule const& rule) {
  try {
    StopWordList const list({rule});
    return {};
  } catch (BadRule const& error) {
    CHECK(error.line() == 4);
    return error.what();
  }
}

} // namespace

TEST_CASE("words can be added to the stop words and removed from them") {
  StopWordList const list({rule({"Recap", "후기"}, {"First"})});
  CHECK(list.size() == 3);
  CHECK(list.has("recap"));
  CHECK(list.has("후기"));
  CHECK_FALSE(list.has("first"));
  CHECK(list.has("between"));
  CHECK_FALSE(list.has("redis"));
  CHECK(StopWordList().has("first"));
}

TEST_CASE("a rule that changes no stop word is refused, with the reason") {
  CHECK(fault(rule({"two words"}, {})) == "\"two words\" is not one word");
  CHECK(fault(rule({"Backend.AI"}, {})) == "\"Backend.AI\" is not one word");
  CHECK(fault(rule({"?"}, {})) == "\"?\" is not one word");
  CHECK(fault(rule({"the"}, {})) == "\"the\" is a stop word already; leave it out");
  CHECK(fault(rule({}, {"redis"})) == "\"redis\" is no stop word, so it cannot be removed");
  CHECK(fault(rule({"a1", "A1"}, {})) == "\"A1\" is added twice; name it once");
  CHECK(fault(rule({}, {"the", "The"})) == "\"The\" is removed twice; name it once");
}
