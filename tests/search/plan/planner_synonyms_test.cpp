// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/ranking.hpp"
#include "searchd/search/plan/planner.hpp"
#include "searchd/search/query/synonyms.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

/// Plans queries with a rule: `machine learning` and `ml` are the same, as are `koo` and `gu`.
class Synonymous {
public:
  Synonymous() {
    std::vector<SynonymRule> const rules{{.from = {"machine learning", "ml"}, .line = 1},
                                         {.from = {"koo", "gu"}, .line = 2}};
    index_.reader().levers.synonyms = std::make_shared<Synonyms const>(rules);
  }
  [[nodiscard]] Plan of(std::string const& q, bool expands = true) {
    Plan plan;
    Planner(index_.reader(), plan, expands).root(parse_query(q, {}));
    return plan;
  }
  [[nodiscard]] std::vector<std::string> ids(Clause const& clause) { return index_.ids(clause); }

private:
  tests::SmallReader index_{
      {R"({"id":"a","title":"A","author":["Gu"],"text":"machine learning by the sea"})",
       R"({"id":"b","title":"B","author":["Koo"],"text":"ml once"})",
       R"({"id":"c","title":"C","text":"learning a machine of the sea"})",
       R"({"id":"d","title":"D","text":"a machine at sea"})"}};
};

std::vector<Alternative> synonyms_of(PlannedUnit const& planned) {
  std::vector<Alternative> found;
  std::ranges::copy_if(planned.alternatives, std::back_inserter(found),
                       [](auto const& one) { return one.kind == MatchKind::synonym; });
  return found;
}

} // namespace

TEST_CASE("a synonym of two words matches each of them, and shares its weight among them") {
  Synonymous synonymous;
  auto const plan = synonymous.of("machine learning");
  REQUIRE(plan.words.size() == 2);
  double typed = 0;
  double instead = 0;
  for (auto const& word : plan.words) {
    auto const found = synonyms_of(word);
    REQUIRE(found.size() == 1);
    typed += word.alternatives[0].terms[0].weight;
    instead += found[0].terms[0].weight;
  }
  CHECK(instead <= index::synonym_factor * typed + 1e-9);
  CHECK(instead > 0);
}

TEST_CASE("a synonym of several words must occur as a phrase") {
  Synonymous synonymous;
  auto const plan = synonymous.of("ml");
  REQUIRE(synonyms_of(plan.words.at(0)).size() == 1);
  CHECK(synonyms_of(plan.words[0])[0].side_by_side);
  auto found = synonymous.ids(plan.words[0].typed());
  CHECK(found == std::vector<std::string>{"b", "a"});
}

TEST_CASE("authors' names have no synonyms, nor has one word of a pair in another field") {
  Synonymous synonymous;
  CHECK(synonyms_of(synonymous.of("koo").words.at(0)).size() == 1);
  CHECK(synonyms_of(synonymous.of("author:koo").words.at(0)).empty());
  CHECK(synonyms_of(synonymous.of("title:koo").words.at(0)).size() == 1);
  for (auto const& word : synonymous.of("machine title:learning").words)
    CHECK(synonyms_of(word).empty());
}

TEST_CASE("excluded words have no synonyms, and no word has any if they are off") {
  Synonymous synonymous;
  CHECK(synonymous.ids(synonymous.of("sea -ml").excluded.value()) == std::vector<std::string>{"b"});
  CHECK(synonyms_of(synonymous.of("ml", false).words.at(0)).empty());
  CHECK(synonymous.ids(synonymous.of("(ml OR redis)").required.value()).size() == 2);
}
