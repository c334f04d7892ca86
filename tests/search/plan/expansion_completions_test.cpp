// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/ranking.hpp"
#include "searchd/search/match/idf.hpp"
#include "searchd/search/plan/expansion.hpp"
#include "tests/catch.hpp"
#include "tests/search/plan/expanded.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Words = std::vector<std::string>;

class Completed : public tests::Expanded {
public:
  using Expanded::Expanded;

  [[nodiscard]] Plan of(std::string q, bool completes = true) {
    Request request;
    request.q = std::move(q);
    request.completes = completes;
    request.corrects = false;
    return Expanded::of(request);
  }

  /// The words that the last one may begin.
  [[nodiscard]] Words completions(std::string q, bool completes = true) {
    Words words;
    auto const plan = of(std::move(q), completes);
    for (auto const& alternative : plan.words.back().alternatives) {
      if (alternative.kind != MatchKind::prefix) continue;
      auto const& unit = alternative.unit;
      words.push_back(alternative.side_by_side ? unit.sequence.back() : unit.word);
    }
    std::ranges::sort(words);
    return words;
  }
};

std::string line(std::string const& id, std::string const& text) {
  return R"({"id":")" + id + R"(","title":"T","text":")" + text + R"("})";
}

} // namespace

TEST_CASE("the last word is completed, by only one form of each stem") {
  Completed completed({line("a", "telescope telescopes telemetry television hotel")});
  CHECK(completed.completions("sea tele").size() == 3);
  CHECK(completed.completions("tele sea").empty());
  CHECK(completed.completions("sea tele ").empty());
  CHECK(completed.completions("sea tele", false).empty());
}

TEST_CASE("all completions of a word weigh as one word that is in all of their articles") {
  Completed completed({line("a", "telescope"), line("b", "telemetry"), line("c", "sea")});
  auto const plan = completed.of("tele");
  double const most = index::completion_share * idf(3, 2);
  for (auto const& alternative : plan.words[0].alternatives) {
    if (alternative.kind != MatchKind::prefix) continue;
    CHECK(alternative.terms[0].weight == Approx(most));
  }
  CHECK_FALSE(plan.completions_are_cut);
}

TEST_CASE("a plan reports that more words begin like the last one than it considers") {
  std::string text;
  for (char a = 'a'; a <= 'h'; ++a) {
    for (char b = 'a'; b <= 'h'; ++b)
      text += std::string(" qx") + a + 'k' + b + 'k';
  }
  Completed completed({line("a", text)});
  CHECK(completed.of("qx").completions_are_cut);
  CHECK_FALSE(completed.of("qxa").completions_are_cut);
}

TEST_CASE("in a sentence only an unknown word is completed") {
  Completed completed({line("a", "redis docker quota compass tele telescope")});
  CHECK(completed.completions("redis docker quota compass tele").empty());
  CHECK(completed.completions("redis docker quota compass telesc") == Words{"telescope"});
}

TEST_CASE("initial consonants begin the words that have them") {
  Completed completed({line("a", "인턴십 이탈리아 등대")});
  CHECK(completed.completions("ㅇㅌㅅ") == Words{"인턴십"});
}

TEST_CASE("the last part of a name is completed, a number by digits only") {
  Completed completed({line("a", "good first fishing, 1.2.13 and 1st of 1.2.1")});
  CHECK(completed.completions("good-fi") == Words{"first", "fishing"});
  auto const numbers = completed.completions("7.1");
  CHECK(std::ranges::find(numbers, "1st") == numbers.end());
}

TEST_CASE("a name with a sign is complete") {
  Completed completed({line("a", "c c++ c++17 cat")});
  CHECK(completed.completions("c++").empty());
}
