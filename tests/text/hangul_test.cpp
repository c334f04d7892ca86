// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/hangul.hpp"

#include "tests/catch.hpp"

#include <algorithm>

using namespace recap::text;

namespace {

std::string_view noun(std::string_view word, std::size_t least_syllables = 2) {
  return word.substr(0, noun_length(word, least_syllables));
}

struct Case {
  std::string_view word;
  std::string_view noun;
};

void check(std::initializer_list<Case> cases) {
  for (auto const& each : cases) {
    INFO(each.word);
    CHECK(noun(each.word) == each.noun);
  }
}

} // namespace

TEST_CASE("syllables differ from other Hangul, and their final consonant is found") {
  CHECK(is_hangul_syllable(U'가'));
  CHECK(is_hangul_syllable(U'힣'));
  CHECK_FALSE(is_hangul_syllable(0xABFF));
  CHECK_FALSE(is_hangul_syllable(0xD7A4));
  CHECK_FALSE(is_hangul_syllable(U'ㅇ'));
  CHECK(has_final_consonant(U'인'));
  CHECK(has_final_consonant(U'십'));
  CHECK_FALSE(has_final_consonant(U'스'));
}

TEST_CASE("a particle goes only where the final consonant before it allows it") {
  check({
      {"전문가", "전문가"},
      {"컴퓨터가", "컴퓨터"},
      {"인턴십이", "인턴십"},
      {"인턴십을", "인턴십"},
      {"서버를", "서버"},
      {"인턴십를", "인턴십를"},
      {"래블업은", "래블업"},
      {"회사는", "회사"},
      {"동료와", "동료"},
      {"동료과", "동료과"},
      {"팀원과", "팀원"},
      {"서울로", "서울"},
      {"부산으로", "부산"},
      {"제주로", "제주"},
      {"부산로", "부산로"},
  });
}

TEST_CASE("stacked particles go one by one") {
  check({
      {"서버에서는", "서버"},
      {"학생들에게는", "학생"},
      {"학생들", "학생"},
      {"회사까지도", "회사"},
      {"개발자로서의", "개발자"},
  });
}

TEST_CASE("endings that make a predicate of a noun go") {
  check({
      {"시작했다", "시작"},
      {"시작합니다", "시작"},
      {"개발하는", "개발"},
      {"사용되는", "사용"},
      {"개발자입니다", "개발자"},
      {"발전시켰다", "발전"},
  });
}

TEST_CASE("endings that ask go as those that tell") {
  check({
      {"무엇인가요", "무엇"},
      {"어디인가", "어디"},
      {"시작되었는가", "시작"},
      {"발생했나요", "발생"},
      {"개발하나요", "개발"},
  });
}

TEST_CASE("a noun of one syllable is recognised by a particle that ends hardly any noun") {
  for (std::string_view const word : {"앱은", "팀을", "차를", "책에서", "앱에서는", "집으로"}) {
    INFO(word);
    CHECK(noun_of_one_syllable(word) == word.substr(0, 3));
  }
  for (std::string_view const word :
       {"결과", "회의", "속도", "길이", "휴가", "가을", "앱", "앱를", "팀원을", "에어팟", ""}) {
    INFO(word);
    CHECK_FALSE(noun_of_one_syllable(word));
  }
}

TEST_CASE("a noun is put under the particles that its last syllable allows") {
  auto const words = under_particles("앱");
  auto const has = [&](std::string_view word) {
    return std::ranges::find(words, word) != words.end();
  };
  for (std::string_view const word : {"앱은", "앱을", "앱이", "앱의", "앱에서는", "앱으로"}) {
    INFO(word);
    CHECK(has(word));
  }
  CHECK_FALSE(has("앱를"));
  CHECK_FALSE(has("앱"));
}

TEST_CASE("a word keeps two syllables at least") {
  check({{"나의", "나의"}, {"가는", "가는"}, {"에서", "에서"}, {"을", "을"}, {"", ""}});
  CHECK(noun("년에", 1) == "년");
  CHECK(noun("에", 1) == "에");
}

TEST_CASE("text that is not an ending is kept, at the front and at the back") {
  check({{"비급여", "비급여"}, {"에어팟", "에어팟"}, {"래블업", "래블업"}, {"이나영", "이나영"}});
}

TEST_CASE("noun_length gives no more than the word and never cuts a syllable") {
  for (std::string_view const ending : {"을", "에게서는", "했습니다", "들에게만", "으로부터의"}) {
    for (std::string_view const stem : {"가", "각", "서버", "사람", "학생들"}) {
      std::string const word = std::string(stem).append(ending);
      INFO(word);
      CHECK(noun_length(word) <= word.size());
      CHECK(noun_length(word) % 3 == 0);
      CHECK(noun_length(word) >= 6);
    }
  }
}

TEST_CASE("a word of particles only is not a noun") {
  for (std::string_view const word :
       {"에서", "하고", "으로는", "에서는", "를", "에게만", "까지도", "부터의"}) {
    INFO(word);
    CHECK(is_particle(word));
  }
  for (std::string_view const word :
       {"서버", "서버를", "에어팟", "들", "사람들", "대", "했다", ""}) {
    INFO(word);
    CHECK_FALSE(is_particle(word));
  }
}

TEST_CASE("only whole syllables count as normal") {
  CHECK(is_hangul_syllables("인턴십"));
  CHECK_FALSE(is_hangul_syllables(""));
  CHECK_FALSE(is_hangul_syllables("인턴ㅅ"));
  CHECK_FALSE(is_hangul_syllables("인a"));
  CHECK_FALSE(is_hangul_syllables("\xEC\x9D"));
  CHECK_FALSE(is_hangul_syllables("\u1112\u1161\u11AB"));
}
