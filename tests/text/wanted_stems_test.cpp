// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/wanted_stems.hpp"

#include "tests/catch.hpp"
#include "text/analyser.hpp"

#include <string>

using namespace recap::text;

TEST_CASE("a word is never ruled out for its own stem") {
  Analyser analyser;
  for (std::string const first : {"a", "d", "s", "y", "o"}) {
    for (std::string const second : {"a", "e", "i", "k", "y", "n", "s"}) {
      for (std::string const rest :
           {"", "y", "ed", "ing", "ies", "s", "es", "ly", "ily", "ingly", "ness", "er", "ation"}) {
        auto const token = analyser.analyse(first + second + rest).front();
        WantedStems wanted;
        wanted.add(token.stem);
        CAPTURE(token.word, token.stem);
        CHECK(wanted.may_be(token.word));
      }
    }
  }
}

TEST_CASE("words that begin otherwise are ruled out") {
  WantedStems wanted;
  wanted.add("monitor");
  wanted.add("tri");
  CHECK(wanted.may_be("Monitoring"));
  CHECK(wanted.may_be("trying"));
  CHECK_FALSE(wanted.may_be("metrics"));
  CHECK_FALSE(wanted.may_be("m"));
  CHECK_FALSE(WantedStems().may_be("monitor"));
}
