// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/segmenter.hpp"

#include "tests/catch.hpp"

#include <string>
#include <utility>

using namespace recap::text;

namespace {

/// Runs as `(joint)text`, the sign in angle brackets, `+` before an attached one.
std::string shown(std::string_view text) {
  std::string line;
  for (Run const& run : segment(text)) {
    if (!line.empty()) line += ' ';
    if (run.attached) line += '+';
    if (run.joint != 0) line += std::string("(") + run.joint + ')';
    line += text.substr(run.begin, run.end - run.begin);
    if (!run.sign.empty()) line += '<' + std::string(run.sign) + '>';
  }
  return line;
}

} // namespace

TEST_CASE("runs part at separators and where scripts touch") {
  CHECK(shown("one two") == "one two");
  CHECK(shown("GPU서버를 3대") == "GPU +서버를 3 +대");
  CHECK(shown("한글漢字kana") == "한글 +漢字 +kana");
  CHECK(shown("v2 b3a") == "v2 b3a");
  CHECK(shown(" ").empty());
  CHECK(shown("").empty());
}

TEST_CASE("joints join letters and digits alone") {
  CHECK(shown("a.b_c-d/e@f&g") == "a (.)b (_)c (-)d (/)e (@)f (&)g");
  CHECK(shown("a..b") == "a b");
  CHECK(shown("a. b") == "a b");
  CHECK(shown("a.가") == "a 가");
  CHECK(shown("가.a") == "가 a");
  CHECK(shown("end.") == "end");
}

TEST_CASE("signs belong to the name they touch") {
  CHECK(shown("C++ C# .NET Google+") == "C<++> C<#> NET<.> Google<+>");
  CHECK(shown("C++17") == "C<++> +17");
  CHECK(shown("a+b a#b #tag") == "a b a b tag");
  CHECK(shown("C++.x") == "C<++> x");
}

TEST_CASE("an option follows a word of its line, a blank and a dash") {
  auto const options = [](std::string_view text) {
    std::string found;
    for (Run const& run : segment(text)) {
      if (run.is_option) found += std::string(text.substr(run.begin, run.end - run.begin)) + ' ';
    }
    return found;
  };
  CHECK(options("tar -xvf a.tar") == "xvf ");
  CHECK(options("gcc -Wall -O2 a.c") == "Wall O2 ");
  CHECK(options("java -Dkey=value") == "Dkey ");
  CHECK(options("-redis\n-cache\n  -queue").empty());
  CHECK(options("front-end - back --dry-run -5 -서울").empty());
}

TEST_CASE("a possessive ends the meaning of a run, not the run") {
  for (auto const& [text, stem] :
       {std::pair<std::string_view, std::string_view>{"Lablup's", "Lablup"},
        {"LABLUP’S", "LABLUP"},
        {"don't", "don't"},
        {"it's's", "it's"},
        {"rock's'n", "rock's'n"}}) {
    auto const runs = segment(text);
    REQUIRE(runs.size() == 1);
    CHECK(runs[0].end == text.size());
    CHECK(text.substr(0, runs[0].stem_end) == stem);
  }
}

TEST_CASE("a comma stays in a number only before three digits") {
  CHECK(shown("1,000") == "1,000");
  CHECK(shown("12,345,678") == "12,345,678");
  CHECK(shown("1,00 1,0000 a,000") == "1 00 1 0000 a 000");
}

TEST_CASE("what Unicode calls a letter and people write as punctuation parts words") {
  for (auto const* sign : {"\u318D", "\u119E", "\u11A2", "\u3161", "\u3163", "\u3164", "\u00B7"}) {
    INFO(sign);
    CHECK(shown(std::string("도로") + sign + "지반") == "도로 지반");
  }
  for (auto const* sign : {"\u01C0", "\u1427", "\uA78F"}) {
    INFO(sign);
    CHECK(shown(std::string("one") + sign + "two") == "one two");
  }
  // Old Hangul, initials and what an English word is in the other mode of the keyboard.
  for (auto const* word : {"\u1112\u119E\u11AB", "ㅡㅐㅜㅑ색ㅑㅜㅎ", "드먀ㅣ", "ㅇㅌㅅ", "ㅣ"})
    CHECK(shown(word) == word);
}

TEST_CASE("squared units are letters") {
  CHECK(shown("5\u338F 10\u33A1 25\u2103") == "5\u338F 10\u33A1 25\u2103");
  CHECK(classify(0x3314) == CharacterClass::cjk);
  CHECK(classify(0x321C) == CharacterClass::separator); // a company: its name is separate
}

TEST_CASE("words end alike whatever character or end of text is behind them") {
  for (std::string const word : {"word", "Word", "WORD", "wOrd", "w"}) {
    CAPTURE(word);
    for (std::string const behind :
         {"",  " ", "\n", ".", ". ", ".\n", ".)", ",", ", ", ";", ":",  "!",   "?",
          ")", "(", "\"", "*", "|",  "=",   "<",  "…", "'",  "-", "- ", "+ +", "..."}) {
      CAPTURE(behind);
      auto const runs = segment(word + behind + " and");
      REQUIRE(runs.size() == 2);
      CHECK(runs[0].begin == 0);
      CHECK(runs[0].end == word.size());
      CHECK(runs[0].stem_end == word.size());
      CHECK(runs[1].joint == 0);
      CHECK_FALSE(runs[1].attached);
    }
  }
}

TEST_CASE("a plain word keeps what is before it and joins what is behind it") {
  CHECK(shown("the .net way, a tar -xvf and AI word-by.word/word's x.y") ==
        "the net<.> way a tar xvf and AI word (-)by (.)word (/)word's x (.)y");
  CHECK(shown("나word, 나") == "나 +word 나");
  CHECK(segment("run tar -xvf now")[2].is_option);
}
