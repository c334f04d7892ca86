// SPDX-License-Identifier: GPL-2.0-or-later
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

class Korean : public tests::ExpandedTexts {
public:
  using ExpandedTexts::ExpandedTexts;

  /// The ids of the articles that have the only word of `q`, best first.
  [[nodiscard]] Words ids(std::string q) {
    auto const plan = of(std::move(q));
    REQUIRE(plan.words.size() == 1);
    return index().ids(plan.words[0].typed());
  }
};

bool has(PlannedUnit const& planned, MatchKind kind) {
  return std::ranges::find(planned.alternatives, kind, &Alternative::kind) !=
         planned.alternatives.end();
}

} // namespace

TEST_CASE("a noun of one syllable is found with every particle, and its forms find each other") {
  Korean korean({"앱을 만들다", "앱 하나", "앱에서 본다", "바다"});
  for (auto const* q : {"앱 ", "앱을 ", "앱에서 "}) {
    CAPTURE(q);
    auto found = korean.ids(q);
    std::ranges::sort(found);
    CHECK(found == Words{"0", "1", "2"});
  }
  CHECK(korean.ids("앱을 ").front() == "0");
}

TEST_CASE("결 matches 결과 only if an article has the noun 결") {
  Korean without({"결과를 보다", "결과 하나", "바다"});
  CHECK_FALSE(has(without.of("결 ").words[0], MatchKind::particle));
  Korean with({"결과 하나", "결은 곱다", "바다"});
  auto found = with.ids("결 ");
  std::ranges::sort(found);
  CHECK(found == Words{"0", "1"});
  CHECK_FALSE(has(with.of("결과 ").words[0], MatchKind::particle));
}

TEST_CASE("a noun that ends like a particle comes before the noun without it") {
  Korean korean({"마이크 하나", "마이크로 하나", "바다"});
  CHECK(korean.ids("마이크로 ") == Words{"1", "0"});
}

TEST_CASE("a noun that ends like a particle comes first under a particle, too") {
  Korean korean(
      {"호랑 하나", "호랑이 하나", "바나 하나", "바나나 하나", "온라 하나", "온라인 하나"});
  CHECK(korean.ids("호랑이가 ") == Words{"1", "0"});
  CHECK(korean.ids("바나나는 ") == Words{"3", "2"});
  CHECK(korean.ids("온라인으로 ") == Words{"5", "4"});
  CHECK(korean.ids("호랑은 ") == Words{"0", "1"});
}

TEST_CASE("beside other words, an article must show that the word as typed is a noun") {
  Korean korean({"마이크 하나", "마이크로 하나", "바다"});
  CHECK_FALSE(has(korean.of("마이크로 바다").words[0], MatchKind::particle));
  Korean with_mark({"마이크 하나", "마이크로 하나", "마이크로를 산다", "바다"});
  CHECK(has(with_mark.of("마이크로 바다").words[0], MatchKind::particle));
}

TEST_CASE("a Korean compound is found as adjacent words") {
  Korean korean({"오픈 소스", "소스가 오픈", "오픈소스", "바다"});
  auto found = korean.ids("오픈소스 ");
  std::ranges::sort(found);
  CHECK(found == Words{"0", "2"});
}
