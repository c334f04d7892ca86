// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/keys.hpp"

#include "tests/catch.hpp"
#include "text/unicode.hpp"

#include <set>

using namespace recap::text;

TEST_CASE("a syllable is the keys that type it, shift as a control code") {
  CHECK(keys("인턴십") == "DLSXJSTLQ");
  CHECK(keys("과") == "RHK");
  CHECK(keys("값") == "RKQT");
  CHECK(keys("의") == "DML");
  CHECK(keys("까") == "\x12K");
  CHECK(keys("쌨") == "\x14O\x14");
  CHECK(keys("예") == "D\x10");
  CHECK(keys("얘") == "D\x0F");
}

TEST_CASE("loose letters are the same keys as in syllables") {
  CHECK(keys("ㅇㅌㅅ") == "DXT");
  CHECK(keys("ㄳ") == "RT");
  CHECK(keys("ㅘ") == "HK");
  CHECK(keys("\u110B\u1175\u11AB") == keys("인"));
}

TEST_CASE("what is not Hangul stays as it is") {
  for (std::string_view const word :
       {"backend.ai", "c++", "3.14", "café", "日本", "", "\xFF\xC3"}) {
    INFO(word);
    CHECK(keys(word) == word);
  }
  CHECK(keys("ai에서") == "aiDPTJ");
}

TEST_CASE("every state of the input method is a prefix of the word") {
  auto const whole = keys("쿠버네티스");
  for (std::string_view const state :
       {"ㅋ", "쿠", "쿱", "쿠버", "쿠번", "쿠버네", "쿠버넽", "쿠버네티", "쿠버네팃"}) {
    INFO(state);
    CHECK(whole.starts_with(keys(state)));
  }
  CHECK_FALSE(whole.starts_with(keys("쿠보")));
}

TEST_CASE("every syllable has keys of its own and comes back from them") {
  std::set<std::string> seen;
  bool all_come_back = true;
  bool all_are_hangul_keys = true;
  for (char32_t c = 0xAC00; c <= 0xD7A3; ++c) {
    std::string syllable;
    append(syllable, c);
    auto const typed = keys(syllable);
    seen.insert(typed);
    all_come_back = all_come_back && text_of_keys(typed) == syllable;
    for (char const key : typed)
      all_are_hangul_keys = all_are_hangul_keys && is_hangul_key(key);
  }
  CHECK(seen.size() == 0xD7A3 - 0xAC00 + 1);
  CHECK(all_come_back);
  CHECK(all_are_hangul_keys);
}

TEST_CASE("words come back from their keys") {
  for (std::string_view const word :
       {"인턴십", "각하", "가까이", "값어치", "왜요", "닭고기", "안녕하세요", "의의", "ㅋㅋㅋ",
        "backend", "ai에서", "ㅇㅌㅅ", "읽다", "얽매이다"}) {
    INFO(word);
    CHECK(text_of_keys(keys(word)) == word);
  }
}

TEST_CASE("Latin letters typed in the wrong mode become the intended Hangul") {
  CHECK(text_of_keys(keys_of_other_keyboard("dlsxjstlq")) == "인턴십");
  CHECK(text_of_keys(keys_of_other_keyboard("dhvmsthtm zjsxmflqbtus")) == "오픈소스 컨트리뷰션");
  CHECK(text_of_keys(keys_of_other_keyboard("Rk")) == "까");
  CHECK(text_of_keys(keys_of_other_keyboard("rk")) == "가");
  CHECK(text_of_keys(keys_of_other_keyboard("DLs")) == "인");
}

TEST_CASE("Hangul typed in the wrong mode becomes the intended Latin") {
  CHECK(keys_of_other_keyboard("ㅐㅜㅠㅐㅁㄱ야ㅜㅎ") == "onboarding");
  CHECK(keys_of_other_keyboard("ㅡㅐㅜㅑ새") == "monito");
  CHECK(keys_of_other_keyboard("ㅏㅕㅠㄷ구ㄷㅅㄷㄴ") == "kubernetes");
  CHECK(keys_of_other_keyboard("ㅎㅐ 1.81") == "go 1.81");
}

TEST_CASE("initials are the first consonants") {
  CHECK(initials("인턴십") == "ㅇㅌㅅ");
  CHECK(initials("까치 c++") == "ㄲㅊ c++");
  CHECK(initials("") == "");
  CHECK(is_initials("ㅇㅌㅅ"));
  CHECK(is_initials("ㄳ"));
  CHECK_FALSE(is_initials("ㅏ"));
  CHECK_FALSE(is_initials("인ㅌ"));
  CHECK_FALSE(is_initials("abc"));
  CHECK_FALSE(is_initials(""));
}
