// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/planner.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Words = std::vector<std::string>;

std::string words_with_one_beginning(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    std::string word = " zz";
    for (std::size_t rest = i, letters = 0; letters < 3; rest /= 26, ++letters)
      word += static_cast<char>('a' + rest % 26);
    text += word;
  }
  return text;
}

/// Plans queries over two articles; one has `beginnings` words that begin with `zz`.
class Planned {
public:
  explicit Planned(std::size_t beginnings = 1)
      : index_({R"({"id":"summer","title":"A","season":"summer","text":"the front end one more"})",
                R"({"id":"winter","title":"B","season":"winter","text":"redis)" +
                    words_with_one_beginning(beginnings) + R"("})"}) {}

  [[nodiscard]] Plan of(std::string const& q, QueryLimits const& limits = {}) {
    Plan plan;
    Planner(index_.reader(), plan).root(parse_query(q, limits));
    return plan;
  }
  [[nodiscard]] Words ids(Clause const& clause) { return index_.ids(clause); }

private:
  tests::SmallReader index_;
};

Words typed(std::vector<PlannedUnit> const& units) {
  Words words;
  for (auto const& planned : units)
    words.push_back(planned.unit.typed);
  return words;
}

std::string code_of(Planned& planned, std::string const& q) try {
  static_cast<void>(planned.of(q));
  return {};
} catch (BadQuery const& error) {
  return std::string(error.code()) + ' ' + std::to_string(error.position().value());
}

} // namespace

TEST_CASE("words joined by a slash are planned one by one, those joined by a dash as one") {
  Planned planned;
  auto const plan = planned.of("aiohttp/redis front-end");
  CHECK(typed(plan.words) == Words{"aiohttp", "redis", "front-end"});
  CHECK(plan.words[1].unit.offset == 8);
  CHECK(typed(planned.of("front-end redis docker quota").words) ==
        Words{"front", "end", "redis", "docker", "quota"});
}

TEST_CASE("a stop word weighs less beside other words and as much as they do alone") {
  Planned planned;
  auto const beside = planned.of("the redis").words[0];
  auto const alone = planned.of("the").words[0];
  CHECK_FALSE(beside.required);
  CHECK(alone.required);
  CHECK(beside.alternatives[0].terms[0].weight < alone.alternatives[0].terms[0].weight / 2);
}

TEST_CASE("what a query excludes is not highlighted, and what its operators require is") {
  Planned planned;
  auto const plan = planned.of("-\"front end\" (redis OR docker) NOT (one NEAR more)");
  CHECK(typed(plan.shown) == Words{"redis", "docker"});
  CHECK(planned.ids(plan.required.value()) == Words{"winter"});
  CHECK(planned.ids(plan.excluded.value()) == Words{"summer"});
  CHECK(plan.has_text);
}

TEST_CASE("a season is a whole value, not text, so its articles have no order of relevance") {
  Planned planned;
  auto const plan = planned.of("season:summer");
  CHECK(plan.asks);
  CHECK_FALSE(plan.has_text);
  CHECK(plan.shown.empty());
  CHECK(planned.ids(plan.required.value()) == Words{"summer"});
}

TEST_CASE("an exclusion in a group means all other articles") {
  Planned planned;
  CHECK(planned.ids(planned.of("(lamp OR -redis)").required.value()) == Words{"summer"});
  CHECK(planned.ids(planned.of("(season:winter -\"front end\")").required.value()) ==
        Words{"winter"});
}

TEST_CASE("a prefix may match words up to a limit, and is refused beyond") {
  Planned just_enough(most_prefix_completions);
  CHECK(just_enough.ids(just_enough.of("redis zz*").required.value()) == Words{"winter"});
  Planned one_more(most_prefix_completions + 1);
  CHECK(code_of(one_more, "redis zz*") == "too-many-completions 6");
}

TEST_CASE("only the last word before a star is a prefix") {
  Planned planned;
  CHECK(planned.ids(planned.of("front,mo*").required.value()) == Words{"summer"});
  CHECK(planned.ids(planned.of("fro,mo*").required.value()).empty());
}

TEST_CASE("NEAR needs a plain word on each side") {
  Planned planned;
  CHECK(code_of(planned, "redis NEAR front-end") == "near-operand 11");
  CHECK(planned.ids(planned.of("front NEAR/1 end").required.value()) == Words{"summer"});
  CHECK(planned.ids(planned.of("front NEAR/1 more").required.value()).empty());
}

TEST_CASE("punctuation asks for nothing, wherever it is") {
  Planned planned;
  for (auto const* q : {"!?", "\"!?\"", "-\"!\"", "(\"!\" OR \"?\")"}) {
    CAPTURE(q);
    auto const plan = planned.of(q);
    CHECK_FALSE(plan.asks);
    CHECK_FALSE(plan.required);
    CHECK_FALSE(plan.excluded);
  }
}
