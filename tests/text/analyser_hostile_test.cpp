// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/analyser.hpp"

#include "tests/catch.hpp"
#include "tests/text/shown.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <string>

using namespace recap::text;

namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i)
    text += piece;
  return text;
}

/// What holds for the tokens of any text at all. One CHECK for each text: large ones have
/// a hundred thousand tokens.
void check_sane(std::string_view text, std::vector<Token> const& tokens) {
  std::string fault;
  std::uint32_t next = 1;   // position of the next plain word
  std::uint32_t begin = 0;  // of the token before
  std::uint32_t widest = 0; // last position that a compound has promised
  for (Token const& token : tokens) {
    bool const compound = token.kind == TokenKind::compound;
    bool const inside = compound && token.position + 1 == next; // of the word before
    if (token.position != next && !inside) fault = "positions are not consecutive";
    if (compound) widest = std::max(widest, token.position + token.parts - 1);
    if (!compound && token.parts != 1) fault = "a word of several parts";
    if (!compound) ++next;
    // The dot of .NET precedes its word, so a compound must not begin later.
    if (token.begin < begin) fault = "offsets are not ascending";
    begin = token.begin;
    if (token.begin >= token.stem_end || token.stem_end > token.end || token.end > text.size()) {
      fault = "offsets outside the word or the text";
    }
    if (token.word.empty() || token.word.size() > longest_word_bytes) fault = "length of a word";
    if (token.stem.empty() || token.stem.size() > longest_word_bytes) fault = "length of a stem";
    if (invalid_utf8(token.word) || invalid_utf8(token.stem)) fault = "not UTF-8";
    if (!fault.empty()) {
      fault += ": " + token.word + '@' + std::to_string(token.position);
      break;
    }
  }
  if (fault.empty() && widest >= next) fault = "a compound reaches past its parts";
  INFO(text.substr(0, 100));
  CHECK(fault == "");
  if (fault.empty()) CHECK(Analyser::next_position(tokens, 1) == next);
}

std::vector<Token> sane(std::string_view text) {
  auto tokens = Analyser().analyse(text);
  check_sane(text, tokens);
  return tokens;
}

} // namespace

TEST_CASE("every byte that is not a character separates words") {
  for (int byte = 0x80; byte <= 0xFF; ++byte) {
    std::string const text = std::string("left") + static_cast<char>(byte) + "right";
    INFO(byte);
    CHECK(shown(text) == "left@1 right@2");
    CHECK(shown(std::string("인턴") + static_cast<char>(byte) + "서버") == "인턴@1 서버@2");
  }
}

TEST_CASE("every single byte and every pair of bytes is survived") {
  Analyser analyser;
  for (int first = 0; first <= 0xFF; ++first) {
    std::string text(1, static_cast<char>(first));
    check_sane(text, analyser.analyse(text));
    for (int second = 0; second <= 0xFF; ++second)
      text += {static_cast<char>(first), static_cast<char>(second)};
    check_sane(text, analyser.analyse(text));
  }
}

TEST_CASE("characters cut short separate words") {
  for (std::string_view const character : {"é", "인", "語", "𠮷", "😀"}) {
    for (std::size_t bytes = 1; bytes < character.size(); ++bytes) {
      std::string const piece(character.substr(0, bytes));
      INFO(character << " " << bytes);
      CHECK(shown("a" + piece) == "a@1");
      CHECK(shown("a" + piece + "b") == "a@1 b@2");
    }
  }
  CHECK(shown("a\xED\xA0\x80"
              "b") == "a@1 b@2"); // a surrogate
  CHECK(shown("a\xC0\xAF"
              "b") == "a@1 b@2"); // overlong
}

TEST_CASE("a long word is cut on a character boundary") {
  std::string const latin = repeated("a", 100);
  auto tokens = sane(latin);
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].word == repeated("a", longest_word_bytes));
  CHECK(tokens[0].end == 100);

  tokens = sane(repeated("각", 100));
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].word == repeated("각", longest_word_bytes / 3));

  tokens = sane(repeated("ω", 100) + " next");
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[0].word == repeated("ω", longest_word_bytes / 2));
}

TEST_CASE("a long run of Han is cut into words, none of it lost") {
  auto const tokens = sane(repeated("語", 100));
  std::string all;
  for (Token const& token : tokens)
    all += token.word;
  CHECK(all == repeated("語", 100));
}

TEST_CASE("long words make no compound") {
  CHECK(sane(repeated("a", 60) + '.' + repeated("b", 60)).size() == 2);
  CHECK(sane(repeated("a", longest_word_bytes) + "++").size() == 1);
  CHECK(sane("a.b.c.d.e.f.g.h.i").size() == 9);
}

TEST_CASE("nasty texts give sane tokens") {
  for (std::string_view const text : {
           "",
           " ",
           ".",
           "'",
           "''s",
           "a's's's",
           ".a.b..c...d",
           "....NET",
           "a._-/@&b",
           "-a-_b_-",
           "C+++ C++- C++a C## #C",
           "1,000,00 1,,000 ,000 1,000a",
           "a\u0301\u0301\u0301",
           "\u0301\u0301a",
           "\u200B\u200D\uFEFF",
           "\uFFA0",                                                 // the half-width Hangul filler
           "\u3164 \u115F\u1160",                                    // and the others
           "\u1112\u119E\u11AB\u1100\u1173\u11AF\u110B\u1173\u11AF", // old Hangul
           "가\u0301나를 가\u0301에서는",
           "葛\U000E0100飾",
           "½ ① Ⅷ ﷺ ŉ ͺ",
           "👩‍💻 i👍a 한👍글",
           "e\u0301.e\u0301.e\u0301",
           "a\u00ADb’\u00ADs",
           "٣٤٥ १२३ ไทย עברית العربية",
           "AI가의를 3에서에서에서",
       }) {
    sane(text);
  }
  using namespace std::string_view_literals;
  sane("a\0b\0"sv);
}

TEST_CASE("a text that folds to nothing is not a word") {
  CHECK(shown("\uFFA0").empty());
  CHECK(shown("葛" + repeated("\uFE00", 100)) == "葛@1");
}

TEST_CASE("a megabyte without a space is read to its end") {
  constexpr std::size_t megabyte = 1 << 20;
  for (std::string_view const piece :
       {"a", "A1", "é", "가", "\u1100\u1161", "語", "葛\uFE00", "'a", "9,"}) {
    INFO(piece);
    CHECK_FALSE(sane(repeated(piece, megabyte / piece.size())).empty());
  }
}

TEST_CASE("100 KB of joints are read to their end") {
  constexpr std::size_t size = 100'000;
  for (std::string_view const piece :
       {".", "-", "/", "_", "+", "#", "'", ",", "&", "@", "./", "..-"}) {
    CHECK(sane(repeated(piece, size)).empty());
  }
  for (std::string_view const piece :
       {"a/b/", "a.b-", "a-b.", "a_b/c.d-", "a@b", "a+", "C++/", ".a", "1,000,", "a's/", "가/a/"}) {
    auto const tokens = sane(repeated(piece, size / piece.size()));
    CHECK(tokens.size() >= size / piece.size());
  }
  CHECK(sane(repeated("a/b/", size / 4)).size() == size / 2);
}

TEST_CASE("many marks on one letter are read to their end") {
  CHECK(shown("a" + repeated("\u0301\u0316", 100'000) + " b") == "a@1 b@2");
  sane("가" + repeated("\u0301\u0316", 100'000) + " b");
  sane("語" + repeated("\u0301\u0316", 100'000) + " b");
  sane("ω" + repeated("\u0301\u0316", 100'000) + " b");
}
