// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/synonyms.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::search;

namespace {

Synonyms const& synonyms() {
  static Synonyms const synonyms({
      {.from = {"OSSCA", "Open Source Contribution Academy", "오픈소스 컨트리뷰션 아카데미"},
       .line = 1},
      {.from = {"인턴십", "internship"}, .line = 2},
      {.from = {"front-end", "프론트엔드"}, .line = 3},
      {.from = {"k8s"}, .to = {"kubernetes"}, .line = 4},
      {.from = {"open source", "오픈소스"}, .line = 5},
  });
  return synonyms;
}

/// Each match as `query words = alternative | alternative`.
std::vector<std::string> found(std::string_view query) {
  text::Analyser analyser;
  auto const units = units_of_words(analyser, query);
  std::vector<std::string> lines;
  for (auto const& match : synonyms().find(units)) {
    std::string line;
    for (std::size_t i = 0; i < match.count; ++i)
      line += units[match.first + i].typed + ' ';
    for (auto const& alternative : *match.alternatives)
      line += "| " + alternative.typed + ' ';
    line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

std::string refusal(std::vector<SynonymRule> const& rules) {
  try {
    Synonyms const refused(rules);
    return "taken";
  } catch (BadRule const& error) {
    return std::to_string(error.line()) + ": " + error.what();
  }
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("a word of a group has the others as synonyms, in both languages") {
  CHECK(found("인턴십") == Lines{"인턴십 | internship"});
  CHECK(found("internship") == Lines{"internship | 인턴십"});
}

TEST_CASE("synonyms are found by stem and without a Korean particle") {
  CHECK(found("internships") == Lines{"internships | 인턴십"});
  CHECK(found("인턴십을 마치고") == Lines{"인턴십을 | internship"});
  CHECK(found("Frontend") == Lines{"Frontend | 프론트엔드"});
  CHECK(found("FRONT-END") == Lines{"FRONT-END | 프론트엔드"});
}

TEST_CASE("the longest stretch of a query is taken, and stretches do not overlap") {
  CHECK(found("an open source contribution academy internship") ==
        Lines{"open source contribution academy | OSSCA | 오픈소스 컨트리뷰션 아카데미",
              "internship | 인턴십"});
  CHECK(found("open source contribution") == Lines{"open source | 오픈소스"});
}

TEST_CASE("an alternative of several words is a phrase") {
  text::Analyser analyser;
  auto const units = units_of_words(analyser, "OSSCA");
  auto const matches = synonyms().find(units);
  REQUIRE(matches.size() == 1);
  auto const& phrase = matches[0].alternatives->front();
  CHECK(phrase.kind == Unit::Kind::phrase);
  CHECK(phrase.sequence == Lines{"open", "source", "contribution", "academy"});
}

TEST_CASE("a one-way rule does not work backwards") {
  CHECK(found("k8s") == Lines{"k8s | kubernetes"});
  CHECK(found("kubernetes").empty());
}

TEST_CASE("without rules nothing is found") {
  text::Analyser analyser;
  CHECK(Synonyms().find(units_of_words(analyser, "anything")).empty());
}

TEST_CASE("rules that say nothing, or something twice, are refused with their line") {
  CHECK(refusal({{{"one"}, {}, 3}}) == "3: a word has no synonym in it; write two at least");
  CHECK(refusal({{{"one", "!!"}, {}, 3}}) == "3: \"!!\" has no words");
  CHECK(
      refusal({{{"word", "words"}, {}, 3}}).starts_with("3: \"words\" is to the search the same"));
  CHECK(refusal({{{"a"}, {"a"}, 3}}).starts_with("3: \"a\" is to the search the same"));
  CHECK(refusal({{{"a", "b"}, {}, 1}, {{"b"}, {"a"}, 2}}) ==
        "2: that \"b\" finds \"a\" is already said in line 1; say it once");
  CHECK(refusal({{{"a b c d e f g h i", "j"}, {}, 3}}) ==
        "3: \"a b c d e f g h i\" has more than 8 words");
}

TEST_CASE("a text has a limited number of synonyms, over all rules") {
  std::vector<SynonymRule> rules;
  auto const refused_after = [&](std::string const& before, std::size_t most) {
    rules.clear();
    for (std::size_t i = 0; i < most; ++i)
      rules.push_back({.from = {"car"}, .to = {before + "x" + std::to_string(i)}, .line = i + 1});
    REQUIRE(refusal(rules) == "taken");
    rules.push_back({.from = {"cars"}, .to = {before + "y"}, .line = most + 1});
    return refusal(rules);
  };
  CHECK(refused_after("", most_synonyms) ==
        "33: \"cars\" finds more than 32 others; leave the rarest out");
  CHECK_THAT(refused_after("motor ", most_synonym_phrases),
             Catch::StartsWith("9: \"cars\" finds more than 8 texts of several words"));
}

TEST_CASE("a file of synonyms has a limited number of pairs") {
  std::vector<SynonymRule> rules;
  for (std::size_t i = 0; i <= most_synonym_pairs; ++i) {
    auto const number = std::to_string(i);
    rules.push_back({.from = {"a" + number}, .to = {"b" + number}, .line = i + 1});
  }
  CHECK_THAT(refusal(rules), Catch::StartsWith("20001: the file has more than 20000 pairs"));
}
