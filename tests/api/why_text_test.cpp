// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/why_text.hpp"

#include "tests/catch.hpp"

using recap::api::why_text;
using recap::search::Reason;
using Kind = recap::search::ReasonKind;

namespace {

Reason reason(std::string word, std::string matched, std::string field, Kind kind) {
  return {.word = std::move(word),
          .matched = std::move(matched),
          .field = std::move(field),
          .kind = kind,
          .weight = 1};
}

Reason stop_word(std::string const& word) {
  auto one = reason(word, word, "topic", Kind::exact);
  one.is_stop_word = true;
  return one;
}

} // namespace

TEST_CASE("the sentence says which words are where") {
  CHECK(why_text({reason("redis", "redis", "body", Kind::exact),
                  reason("plan", "plan", "heading", Kind::exact),
                  reason("chat", "chat", "body", Kind::exact)}) ==
        "It has “redis” and “chat” in the text and “plan” in a heading.");
}

TEST_CASE("the sentence relates another word to the one typed") {
  CHECK(why_text({reason("onbording", "onboarding", "topic", Kind::typo)}) ==
        "It has “onboarding” (for “onbording”) among its topics.");
  CHECK(why_text({reason("monitoring", "monitor", "title", Kind::stem)}) ==
        "It has “monitor” (a form of “monitoring”) in the title.");
  CHECK(why_text({reason("인턴십", "internship", "author", Kind::synonym)}) ==
        "It has “internship” (the same as “인턴십”) in the name of its author.");
  CHECK(why_text({reason("accesibility", "", "body", Kind::stem)}) ==
        "It has a form of “accesibility” in the text.");
  CHECK(why_text({reason("monitor", "monitor", "body", Kind::stem)}) ==
        "It has “monitor” in the text.");
}

TEST_CASE("stop words are left out beside other words") {
  auto const hired = reason("hired", "hired", "body", Kind::exact);
  CHECK(why_text({stop_word("recap"), hired}) == "It has “hired” in the text.");
  CHECK(why_text({stop_word("how")}) == "It has “how” among its topics.");
  CHECK(why_text({reason("how", "how", "topic", Kind::exact), hired}) ==
        "It has “how” among its topics and “hired” in the text.");
}

TEST_CASE("reasons without a word are left out") {
  CHECK(why_text({}).empty());
  CHECK(why_text({reason("", "", "", Kind::proximity), reason("", "", "", Kind::recency)}).empty());
}

TEST_CASE("the sentence has at most eight words") {
  std::vector<Reason> many;
  for (char c = 'a'; c <= 'z'; ++c)
    many.push_back(reason(std::string(1, c), std::string(1, c), "body", Kind::exact));
  auto const text = why_text(many);
  CHECK(text.find("“h”") != std::string::npos);
  CHECK(text.find("“i”") == std::string::npos);
}
