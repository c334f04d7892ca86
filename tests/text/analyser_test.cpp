// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/analyser.hpp"

#include "tests/catch.hpp"
#include "tests/text/shown.hpp"

#include <algorithm>

using namespace recap::text;

namespace {

struct Case {
  std::string_view text;
  std::string_view tokens;
};

void check(std::initializer_list<Case> cases) {
  for (auto const& [text, tokens] : cases) {
    INFO(text);
    CHECK(shown(text) == tokens);
  }
}

Token only(std::string_view text) {
  auto const tokens = Analyser().analyse(text);
  REQUIRE(tokens.size() == 1);
  return tokens.front();
}

/// What a highlight of `token` covers.
std::string_view covered(std::string_view text, Token const& token) {
  return text.substr(token.begin, token.stem_end - token.begin);
}

} // namespace

TEST_CASE("joined names are found whole and by their parts") {
  check({
      {"Backend.AI", "[backendai]@1-2 backend@1 ai@2"},
      {"eth_sendRawTransaction",
       "[ethsendrawtransaction]>ethsendrawtransact@1-2 eth@1 sendrawtransaction>sendrawtransact@2 "
       "[send]@2 [raw]@2 [rawtransaction]>rawtransact@2 [transaction]>transact@2"},
      {"setTimeout now", "settimeout@1 [set]@1 [timeout]@1 now@2"},
      {"RFC2616", "rfc2616@1 [rfc]@1 [2616]@1"},
      {"python3.8", "[python3.8]@1-2 python3@1 [python]@1 [3]@1 8@2"},
      {"asyncio.create_task",
       "[asynciocreatetask]@1-3 asyncio@1 [createtask]@2-3 create>creat@2 task@3"},
      {"front-end", "[frontend]@1-2 front@1 end@2"},
      {"TCP/IP", "[tcpip]@1-2 tcp@1 ip@2"},
      {"AT&T", "[att]@1-2 at@1 t@2"},
      {"non‑breaking", "[nonbreaking]>nonbreak@1-2 non@1 breaking>break@2"},
  });
}

TEST_CASE("a stem is its own stem, of joined names too") {
  check({
      {"alias aliases aliasing", "alias>alia@1 aliases>alia@2 aliasing>alia@3"},
      {"on-boarding onboarding",
       "[onboarding]>onboard@1-2 on@1 boarding>board@2 onboarding>onboard@3"},
  });
}

TEST_CASE("a sign that belongs to a name makes another word besides the name") {
  check({
      {"C++", "[c++]@1 c@1"},
      {"C++20", "[c++]@1 c@1 20@2"},
      {"C# and F#", "[c#]@1 c@1 and@2 [f#]@3 f@3"},
      {".NET", "[.net]@1 net@1"},
      {"Google+", "[google+]@1 google>googl@1"},
      {"a+b", "a@1 b@2"},
      {"end. NET", "end@1 net@2"},
      {"wait...what", "wait@1 what@2"},
  });
}

TEST_CASE("numbers keep the joints that give them their value") {
  check({
      {"1,000", "1000@1"},
      {"1,000,000원", "1000000@1 원@2"},
      {"1,00", "1@1 00@2"},
      {"3.14", "[3.14]@1-2 3@1 14@2"},
      {"v1.2.3", "[v1.2.3]@1-3 v1@1 [v]@1 [1]@1 2@2 3@3"},
      {"2022-06-01", "[2022-06-01]@1-3 2022@1 06@2 01@3"},
  });
}

TEST_CASE("a possessive is dropped and an apostrophe inside a word falls away") {
  check({
      {"Lablup's", "lablup@1"},
      {"LABLUP’S", "lablup@1"},
      {"don't", "dont@1"},
      {"don’t", "dont@1"},
      {"rock'n'roll", "rocknroll>rocknrol@1"},
      {"rock's'n", "rocksn@1"},
      {"'quoted'", "quoted>quot@1"},
      {"the interns' work", "the@1 interns>intern@2 work@3"},
  });
}

TEST_CASE("Latin, Hangul and numbers part where they touch, glued particles go") {
  check({
      {"GPU서버를 3대 running하고", "gpu@1 서버를>서버@2 3@3 대@4 running>run@5"},
      {"AI에서", "ai@1"},
      {"Backend.AI로는 좋다", "[backendai]@1-2 backend@1 ai@2 좋다@3"},
      {"2022년에", "2022@1 년에>년@2"},
      {"日本語テスト와", "日本語テスト@1"},
  });
}

TEST_CASE("case, width, marks and ligatures fold away") {
  check({
      {"Café", "cafe@1"},
      {"Cafe\xCC\x81", "cafe@1"},
      {"ＬＡＢＬＵＰ", "lablup@1"},
      {"ﬁle", "file@1"},
      {"Straße", "strasse>strass@1"},
      {"soft\xC2\xADware", "software>softwar@1"},
      {"Ωμέγα", "ωμέγα@1"},
      {"Søren Łukasz Đorđe Ħal Ŧa", "soren@1 lukasz@2 dorde>dord@3 hal@4 ta@5"},
      {"cœur Ærø ǽ Þór ıspanak", "coeur@1 aero@2 ae@3 thor@4 ispanak@5"},
      {"Hawaiʻi", "hawaii@1"},
      {"5㎏", "5kg@1 [5]@1 [kg]@1"},
      {"10㎡", "10m2@1 [10]@1 [m2]@1"},
  });
}

TEST_CASE("consonants typed for syllables stay as they are") {
  check({{"ㅇㅌㅅ", "ㅇㅌㅅ@1"}, {"ㅋㅋ 좋다", "ㅋㅋ@1 좋다@2"}});
}

TEST_CASE("decomposed Hangul meets its usual form at its own bytes") {
  // 인턴십을 as NFD: 11 letters of three bytes.
  std::string const text = "a \u110B\u1175\u11AB\u1110\u1165\u11AB\u1109\u1175\u11B8\u110B\u1173"
                           "\u11AF b";
  auto const tokens = Analyser().analyse(text);
  REQUIRE(tokens.size() == 3);
  CHECK(tokens[1].word == "인턴십을");
  CHECK(tokens[1].stem == "인턴십");
  CHECK(tokens[1].begin == 2);
  CHECK(tokens[1].end == 2 + 12 * 3);
  CHECK(tokens[1].stem_end == 2 + 9 * 3);
  CHECK(tokens[2].begin == text.size() - 1);
}

TEST_CASE("half-width Hangul meets its usual form at its own bytes") {
  Token const token = only("\uFFB5\uFFC6\uFFB2\uFFC6\uFFB7\uFFC7");
  CHECK(token.word == "서버에");
  CHECK(token.stem == "서버");
  CHECK(token.stem_end == 4 * 3);
  CHECK(token.end == 6 * 3);
}

TEST_CASE("full-width Latin is found at its own bytes") {
  Token const token = only("（ＧＰＵ）");
  CHECK(token.word == "gpu");
  CHECK(token.begin == 3);
  CHECK(token.end == 12);
}

TEST_CASE("invisible characters do not make another word") {
  for (std::string_view const text :
       {"인턴\u200B십을", "인턴십을\u200B", "인턴십\uFEFF을", "인\u00AD턴십을"}) {
    Token const token = only(text);
    INFO(text);
    CHECK(token.word == "인턴십을");
    CHECK(token.stem == "인턴십");
    auto const noun = covered(text, token);
    CHECK(noun.starts_with("인"));
    CHECK(noun.find("십") != std::string_view::npos);
    CHECK(noun.find("을") == std::string_view::npos);
  }
  CHECK(only("日\u200B本").word == "日本");
  CHECK(shown("\uFEFFhello").starts_with("hello"));
}

TEST_CASE("a noun that may end like a particle is kept besides its shorter form") {
  check({
      {"고양이", "고양이>고양@1"},
      {"고양이를", "고양이를>고양@1 [고양이]@1"},
      {"마이크로는", "마이크로는>마이크@1 [마이크로]@1"},
      {"투자가를", "투자가를>투자@1 [투자가]@1"},
      {"디자인을", "디자인을>디자@1 [디자인]@1"},
      {"서버에서는", "서버에서는>서버@1"},
      {"서버를", "서버를>서버@1"},
  });
}

TEST_CASE("a highlight covers the noun without its particle and the name without 's") {
  struct {
    std::string_view text, covered;
  } const cases[] = {{"인턴십을", "인턴십"}, {"서버에서는", "서버"}, {"시작했다", "시작"},
                     {"Lablup's", "Lablup"}, {"LABLUP’S", "LABLUP"}, {"running", "running"},
                     {"에어팟", "에어팟"}};
  for (auto const& each : cases) {
    CHECK(covered(each.text, only(each.text)) == each.covered);
  }
}

TEST_CASE("a token says what it is") {
  CHECK(only("lablup").kind == TokenKind::word);
  CHECK(only("래블업").kind == TokenKind::hangul);
  CHECK(only("東京").kind == TokenKind::cjk);
  CHECK(Analyser().analyse("a.b").front().kind == TokenKind::compound);
}

TEST_CASE("a compound covers its parts") {
  std::string_view const text = "use Backend.AI's API";
  auto const tokens = Analyser().analyse(text);
  REQUIRE(tokens.size() == 5);
  Token const& compound = tokens[1];
  CHECK(compound.word == "backendai");
  CHECK(compound.parts == 2);
  CHECK(compound.position == tokens[2].position);
  CHECK(text.substr(compound.begin, compound.end - compound.begin) == "Backend.AI's");
  CHECK(covered(text, compound) == "Backend.AI");
}

TEST_CASE("positions continue from text to text") {
  Analyser analyser;
  auto const first = analyser.analyse("one two Backend.AI", 10);
  CHECK(first.front().position == 10);
  auto const next = Analyser::next_position(first, 10);
  CHECK(next == 14);
  CHECK(analyser.analyse("five", next).front().position == 14);
  CHECK(Analyser::next_position(analyser.analyse("... !"), 7) == 7);
}

TEST_CASE("an analyser gives the same words every time and after a move") {
  Analyser analyser;
  auto const first = analyser.analyse("running runs runner 달리기를");
  auto const second = analyser.analyse("running runs runner 달리기를");
  Analyser moved = std::move(analyser);
  auto const third = moved.analyse("running runs runner 달리기를");
  REQUIRE(first.size() == 4);
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(first[i].stem == second[i].stem);
    CHECK(first[i].stem == third[i].stem);
  }
}

TEST_CASE("bigrams are the neighbouring pairs of characters") {
  using Pairs = std::vector<std::string_view>;
  CHECK(bigrams("인턴십") == Pairs{"인턴", "턴십"});
  CHECK(bigrams("東京") == Pairs{"東京"});
  CHECK(bigrams("a인b") == Pairs{"a인", "인b"});
  CHECK(bigrams("인").empty());
  CHECK(bigrams("").empty());
}

TEST_CASE("a text read for a few stems has the words of these as ever") {
  Analyser analyser;
  std::string const text =
      "Running runners of Backend.AI monitored 인턴십을 in services, C++ and e-mails, "
      "setRunner ÉMILE MRunning Røder dying skies aed Many words more";
  WantedStems wanted;
  for (auto const* stem : {"run", "monitor", "die", "a"})
    wanted.add(stem);
  auto const all = analyser.analyse(text);
  auto const some = analyser.analyse_for(text, wanted);
  CHECK(some.size() < all.size());
  for (auto const& token : some) {
    auto const same = std::ranges::find_if(all, [&](Token const& other) {
      return other.begin == token.begin && other.end == token.end && other.word == token.word;
    });
    REQUIRE(same != all.end());
    CHECK(token.position == same->position);
    CHECK((token.stem == same->stem || token.stem == token.word));
  }
  for (auto const& token : all) {
    bool const is_wanted = token.stem == "run" || token.stem == "monitor" || token.stem == "die" ||
                           token.stem == "a" || token.kind == TokenKind::hangul;
    if (!is_wanted) continue;
    CHECK(std::ranges::any_of(some, [&](Token const& other) {
      return other.begin == token.begin && other.word == token.word && other.stem == token.stem;
    }));
  }
}
