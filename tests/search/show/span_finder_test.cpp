// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/span_finder.hpp"

#include "tests/catch.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Texts = std::vector<std::string>;

/// The parts of `text` that match the words, each with the number of its word.
Texts found(std::vector<Unit> const& units, std::string_view text) {
  text::Analyser analyser;
  SpanFinder finder;
  for (auto const& unit : units)
    finder.add(unit);
  Texts texts;
  for (auto const& span : finder.find(analyser, text))
    texts.push_back(std::string(text.substr(span.begin, span.end - span.begin)) + ' ' +
                    std::to_string(span.unit));
  return texts;
}

std::vector<Unit> words(std::string_view text) {
  text::Analyser analyser;
  return units_of_words(analyser, text);
}

Unit phrase(std::string_view text) {
  text::Analyser analyser;
  return unit_of_phrase(analyser, text).value();
}

} // namespace

TEST_CASE("every form of a word is found, in order, with the number of its word") {
  CHECK(found(words("docker running"), "They run Docker, and ran dockers.") ==
        Texts{"run 1", "Docker 0", "dockers 0"});
  CHECK(found({}, "run").empty());
  CHECK(found(words("run"), "").empty());
}

TEST_CASE("a Korean noun is found without its particle, and inside a longer word only if wanted") {
  auto noun = words("인턴십을")[0];
  CHECK(found({noun}, "인턴십에서 겨울인턴십프로그램") == Texts{"인턴십 0"});
  noun.kind = Unit::Kind::inside;
  CHECK(found({noun}, "겨울인턴십프로그램") == Texts{"인턴십 0"});
  CHECK(found({noun}, "인턴십 하나").empty());
}

TEST_CASE("of a noun of one syllable with a particle, the syllable is found") {
  auto unit = words("앱에서")[0];
  CHECK(found({unit}, "이 앱에서 본다") == Texts{"앱에서 0"});
  unit.is_syllable = true;
  CHECK(found({unit}, "이 앱에서 본다") == Texts{"앱 0"});
}

TEST_CASE("a compound is marked joined, divided and with a dash") {
  CHECK(found(words("front-end"), "Frontend, front end and front-end, no front or end") ==
        Texts{"Frontend 0", "front end 0", "front-end 0"});
}

TEST_CASE("a phrase is found whole and exact, or not at all") {
  CHECK(found({phrase("running tests")}, "Running tests, running a test") ==
        Texts{"Running tests 0"});
  CHECK(found({phrase("running")}, "run running") == Texts{"running 0"});
}

TEST_CASE("a version number is found after its v") {
  CHECK(found({phrase("2.4.1")}, "since v2.4.1 of it") == Texts{"2.4.1 0"});
}

TEST_CASE("of overlapping matches the longest from the first place is found") {
  auto units = words("front front-end");
  CHECK(found(units, "a front-end in front") == Texts{"front-end 1", "front 0"});
}
