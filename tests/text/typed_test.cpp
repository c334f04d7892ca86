// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/typed.hpp"

#include "tests/catch.hpp"
#include "text/keys.hpp"

using namespace recap::text;

namespace {

std::vector<std::string> beginnings(std::string_view text) {
  auto const all = typed(text);
  std::vector<std::string> words;
  for (auto const& word : all.words)
    words.push_back(all.keys.substr(word.key));
  return words;
}

} // namespace

TEST_CASE("case, marks, spaces and punctuation are not typed") {
  for (std::string_view const text :
       {"first iss", "First-Iss", "FIRST  ISS", "firstiss", "\"Fírst, iss", "ｆirst iss"}) {
    INFO(text);
    CHECK(typed(text).keys == "firstiss");
  }
  CHECK(typed("C++ and C#").keys == "c++andc#");
  CHECK(typed("1 + 1 = 2").keys == "112");
  CHECK(typed("... !").keys.empty());
  CHECK(typed("").keys.empty());
}

TEST_CASE("Korean is its keys, however it is composed and spaced") {
  CHECK(typed("오픈 소스").keys == keys("오픈소스"));
  CHECK(typed("\u110B\u1175\u11AB턴십").keys == keys("인턴십"));
  CHECK(typed("인턴십").initials == "DXT");
  CHECK(typed("ㅇㅌㅅ").keys == "DXT");
  CHECK(typed("AI 인턴").initials == "aiDX");
}

TEST_CASE("words begin after spaces and signs and where scripts touch") {
  CHECK(beginnings("Good First-Issue") ==
        std::vector<std::string>{"goodfirstissue", "firstissue", "issue"});
  CHECK(beginnings("Lablup's GPU2") == std::vector<std::string>{"lablupsgpu2", "gpu2"});
  CHECK(beginnings("AI에서") == std::vector<std::string>{"ai" + keys("에서"), keys("에서")});
}

TEST_CASE("each key knows the character it comes from") {
  auto const one = typed("A 쿠b");
  REQUIRE(one.keys == "aZNb");
  CHECK(one.begins == std::vector<std::uint32_t>{0, 2, 2, 5});
  CHECK(one.ends == std::vector<std::uint32_t>{1, 5, 5, 6});
  CHECK(one.initial_keys == std::vector<std::uint32_t>{0, 1, 3});
}

TEST_CASE("bytes that are not UTF-8 separate words") {
  auto const one = typed("a\xFF"
                         "b\xC3");
  CHECK(one.keys == "ab");
  CHECK(one.words.size() == 2);
}
