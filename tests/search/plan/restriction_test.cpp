// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/restriction.hpp"

#include "index/fields.hpp"
#include "tests/catch.hpp"

#include <array>

using namespace recap;
using namespace recap::search;
using index::FieldId;

namespace {

constexpr std::array both{FieldId::title, FieldId::topic};

Plan plan_of(PlannedUnit word) {
  Plan plan;
  plan.words.push_back(std::move(word));
  return plan;
}

} // namespace

TEST_CASE("a word restricted to fields has an alternative in each, with the same weight") {
  PlannedUnit word;
  word.alternatives.push_back({.kind = MatchKind::prefix,
                               .terms = {{index::stem_term({}, "keeper"), 3}},
                               .as_written = WeighedTerm{index::word_term({}, "keepers"), 1}});
  auto plan = plan_of(word);
  restrict_to_fields(both, plan);
  auto const& kept = plan.words[0].alternatives;
  REQUIRE(kept.size() == 2);
  for (std::size_t i = 0; i < both.size(); ++i) {
    auto const prefix = index::field(both[i]).word_prefix;
    CHECK(kept[i].kind == MatchKind::prefix);
    CHECK(kept[i].terms[0].term == index::stem_term(prefix, "keeper"));
    CHECK(kept[i].terms[0].weight == 3);
    CHECK(kept[i].as_written.value().term == index::word_term(prefix, "keepers"));
  }
}

TEST_CASE("a field has no character pairs, so a word is not found inside longer ones there") {
  PlannedUnit word;
  word.alternatives.push_back(
      {.kind = MatchKind::inside, .terms = {{index::bigram_term("인턴"), 1}}});
  auto plan = plan_of(word);
  restrict_to_fields(both, plan);
  CHECK(plan.words[0].alternatives.empty());
}

TEST_CASE("a word that names its own field stays there") {
  PlannedUnit word;
  word.unit.field = FieldId::author;
  auto const term = index::stem_term(index::field(FieldId::author).word_prefix, "koo");
  word.alternatives.push_back({.kind = MatchKind::word, .unit = word.unit, .terms = {{term, 1}}});
  auto plan = plan_of(word);
  restrict_to_fields(both, plan);
  REQUIRE(plan.words[0].alternatives.size() == 1);
  CHECK(plan.words[0].alternatives[0].terms[0].term == term);
}
