// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/whole_title.hpp"

#include "tests/catch.hpp"

#include <string>

using namespace recap;

namespace {

std::string term(std::string_view title) {
  text::Analyser analyser;
  return index::whole_title_term(analyser, title);
}

} // namespace

TEST_CASE("a title is the same in any case, form of its words and punctuation") {
  CHECK(term("The Lighthouse: a Keeper!") == term("the lighthouse a keepers"));
  CHECK(term("인턴십을 마치며") == term("인턴십 마치며"));
}

TEST_CASE("another word, another order or one word less make another title") {
  CHECK(term("lighthouse keeper") != term("keeper lighthouse"));
  CHECK(term("lighthouse keeper") != term("lighthouse"));
  CHECK(term("light house") != term("lightho use"));
}

TEST_CASE("a title without words has no term") {
  CHECK(term("?!").empty());
  CHECK(term("").empty());
}
