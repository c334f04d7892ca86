// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/reasons.hpp"

#include "index/fields.hpp"
#include "searchd/api/why_text.hpp"
#include "tests/catch.hpp"

#include <string>
#include <vector>

using recap::search::Reason;
using recap::search::ReasonKind;
using recap::web::Wording;

namespace {

Reason reason(char const* word, char const* matched, char const* field, ReasonKind kind) {
  return {.word = word, .matched = matched, .field = field, .kind = kind, .weight = 1.0};
}

Reason beside(ReasonKind kind, double weight) {
  Reason reason;
  reason.kind = kind;
  reason.weight = weight;
  return reason;
}

Reason stop_word(char const* word, char const* matched, char const* field, ReasonKind kind) {
  auto one = reason(word, matched, field, kind);
  one.is_stop_word = true;
  return one;
}

std::string sentence(std::vector<Reason> const& why, char const* language = "en") {
  Wording const words(language);
  std::string text;
  for (auto const& piece : recap::web::reasons_sentence(why, words))
    text += piece.contains("text") ? piece["text"].get<std::string>()
                                   : '"' + piece["quoted"].get<std::string>() + '"';
  return text;
}

} // namespace

TEST_CASE("the reasons of a hit are one sentence, its words by the field they are in") {
  CHECK(
      sentence({reason("2022", "2022", "title", ReasonKind::exact),
                reason("chat", "chat", "body", ReasonKind::exact),
                reason("fall", "fall", "title", ReasonKind::exact),
                beside(ReasonKind::proximity, 0.5)}) ==
      R"(It has "2022" and "fall" in the title, "chat" in the text and these words close together.)");
}

TEST_CASE("a word other than the one typed says how they are related") {
  CHECK(sentence({reason("monitering", "monitoring", "topic", ReasonKind::typo)}) ==
        R"(It has "monitoring" (for "monitering") among its topics.)");
  CHECK(sentence({reason("prog", "programming", "author", ReasonKind::prefix)}) ==
        R"(It has "programming" (begins with "prog") in the name of its author.)");
  CHECK(sentence({reason("k8s", "kubernetes", "body", ReasonKind::synonym)}) ==
        R"(It has "kubernetes" (the same as "k8s") in the text.)");
  CHECK(sentence({reason("on", "onboarding", "body", ReasonKind::parts),
                  reason("boarding", "onboarding", "body", ReasonKind::parts)}) ==
        R"(It has "onboarding" (for "on" and "boarding") in the text.)");
  CHECK(sentence({reason("인턴십은", "인턴십", "title", ReasonKind::particle)}) ==
        R"(It has "인턴십" in the title.)");
}

TEST_CASE("a word that differs from the one typed only in case needs no note") {
  CHECK(sentence({reason("login.gov", "Login.gov", "title", ReasonKind::parts)}) ==
        R"(It has "Login.gov" in the title.)");
}

TEST_CASE("stop words are not reasons beside other words") {
  CHECK(sentence({stop_word("how", "how", "topic", ReasonKind::exact),
                  reason("hired", "hired", "body", ReasonKind::exact),
                  stop_word("Get", "getting", "body", ReasonKind::stem)}) ==
        R"(It has "hired" in the text.)");
  CHECK(sentence({stop_word("how", "how", "topic", ReasonKind::exact)}) ==
        R"(It has "how" among its topics.)");
}

TEST_CASE("the sentence is Korean if the page is") {
  CHECK(sentence({reason("인턴쉽", "인턴십", "title", ReasonKind::typo),
                  reason("서버", "서버", "body", ReasonKind::exact)},
                 "ko") == R"(근거: 제목의 "인턴십"("인턴쉽" 대신), 본문의 "서버")");
}

TEST_CASE("being new is a reason if it counts") {
  auto const word = reason("chat", "chat", "body", ReasonKind::exact);
  CHECK(sentence({word, beside(ReasonKind::recency, 0.09)}) ==
        R"(It has "chat" in the text and a recent date.)");
  CHECK(sentence({word, beside(ReasonKind::recency, 0.02)}) == R"(It has "chat" in the text.)");
}

TEST_CASE("without words there is no sentence") {
  CHECK(sentence({}).empty());
  CHECK(sentence({beside(ReasonKind::recency, 1)}).empty());
}

TEST_CASE("a reason in a field that this page does not know still names its word") {
  CHECK(sentence({reason("a", "b", "footnote", ReasonKind::exact)}) == R"(It has "b".)");
}

TEST_CASE("a reason names the field of its word, whichever field that is") {
  std::vector<std::string> names{"heading", "body"};
  for (auto const& field : recap::index::fields) {
    if (field.queried && !field.word_prefix.empty()) names.emplace_back(field.name);
  }
  REQUIRE(names.size() > 5);
  for (auto const& name : names) {
    INFO(name);
    std::vector<Reason> const why{reason("chat", "chat", name.c_str(), ReasonKind::exact)};
    CHECK(sentence(why) != R"(It has "chat".)");
    CHECK(sentence(why, "ko") != R"(근거: "chat")");
    CHECK(recap::api::why_text(why) != "");
  }
}
