// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/units.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Words = std::vector<std::string>;

std::vector<Unit> units(std::string_view text) {
  text::Analyser analyser;
  return units_of_words(analyser, text);
}

std::optional<Unit> phrase(std::string_view text) {
  text::Analyser analyser;
  return unit_of_phrase(analyser, text);
}

/// Whether the unit matches a token of `text`.
bool is_in(Unit const& unit, std::string_view text) {
  text::Analyser analyser;
  return std::ranges::any_of(analyser.analyse(text),
                             [&](text::Token const& token) { return unit.matches(token); });
}

} // namespace

TEST_CASE("a compound is one unit, which keeps its parts in order") {
  auto const found = units("our front-end works");
  REQUIRE(found.size() == 3);
  CHECK(found[1].kind == Unit::Kind::compound);
  CHECK(found[1].typed == "front-end");
  CHECK(found[1].offset == 4);
  CHECK(found[1].word == "frontend");
  CHECK(found[1].sequence == Words{"front", "end"});
  CHECK(found[2].kind == Unit::Kind::word);
}

TEST_CASE("a name with a sign has no parts, so that C++ does not match c") {
  auto const found = units("C++");
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == Unit::Kind::compound);
  CHECK(found[0].sequence.empty());
  CHECK(is_in(found[0], "c++"));
  CHECK_FALSE(is_in(found[0], "the language c"));
}

TEST_CASE("a unit has the words that case and numbers separate in it") {
  CHECK(units("RFC2616")[0].apart == Words{"rfc", "2616"});
  CHECK(units("plain")[0].apart.empty());
  auto const version = units("v2.4.1");
  REQUIRE(version.size() == 1);
  CHECK(std::ranges::find(version[0].apart, "v") == version[0].apart.end());
}

TEST_CASE("a word matches its other forms, and a Korean noun other particles") {
  CHECK(is_in(units("running")[0], "they run"));
  CHECK_FALSE(is_in(units("running")[0], "runner"));
  auto const noun = units("인턴십을")[0];
  CHECK(noun.hangul);
  CHECK(noun.stem == "인턴십");
  CHECK(is_in(noun, "인턴십에서"));
}

TEST_CASE("a noun inside matches longer words only") {
  auto noun = units("인턴십")[0];
  CHECK_FALSE(is_in(noun, "겨울인턴십프로그램"));
  noun.kind = Unit::Kind::inside;
  CHECK(is_in(noun, "겨울인턴십프로그램"));
  CHECK_FALSE(is_in(noun, "인턴십"));
}

TEST_CASE("the beginning of a word matches every word that begins with it") {
  auto unit = units("tele")[0];
  unit.kind = Unit::Kind::prefix;
  CHECK(is_in(unit, "telescopes"));
  CHECK_FALSE(is_in(unit, "hotel"));
}

TEST_CASE("a phrase has exact words, and at least one") {
  CHECK(phrase("Running front-end tests").value().sequence ==
        Words{"running", "front", "end", "tests"});
  CHECK(phrase("C++").value().sequence == Words{"c++"});
  CHECK_FALSE(phrase("?!"));
  auto const one = phrase("running").value();
  CHECK(is_in(one, "running"));
  CHECK_FALSE(is_in(one, "run"));
  CHECK_FALSE(is_in(phrase("running tests").value(), "running tests"));
}
