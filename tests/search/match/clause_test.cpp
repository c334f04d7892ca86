// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/clause.hpp"

#include "index/ranking.hpp"
#include "tests/catch.hpp"

using namespace recap;
using namespace recap::search;

using Kind = Clause::Kind;

TEST_CASE("a combination of nothing matches nothing, and one of a single clause is that clause") {
  for (auto const kind : {Kind::all_of, Kind::any_of, Kind::best_of, Kind::perhaps}) {
    CHECK(combined(kind, {}).kind == Kind::nothing);
    CHECK(combined(kind, {term_clause("redis", 2)}).kind == Kind::term);
    CHECK(combined(kind, {everything(), everything()}).kind == kind);
  }
}

TEST_CASE("a phrase of one word is that word, with its weight") {
  auto const clause = phrase_clause({"redis"}, 3);
  CHECK(clause.kind == Kind::term);
  CHECK(clause.weight == 3);
  CHECK(phrase_clause({"redis", "docker"}, 3).kind == Kind::phrase);
}

TEST_CASE("a value, whose impact is 1, gives an article its whole weight") {
  CHECK(value_clause("XKredis", 2).weight / index::largest_impact == 2);
}

TEST_CASE("without scores, what only adds to a score is left out, at any depth") {
  auto const perhaps = combined(Kind::perhaps, {term_clause("a", 1), term_clause("b", 1)});
  auto const bare = unweighed(any_of({perhaps, phrase_clause({"c", "d"}, 5)}));
  REQUIRE(bare.children.size() == 2);
  CHECK(bare.children[0].kind == Kind::term);
  CHECK(bare.children[0].terms[0] == "a");
  CHECK(bare.children[0].weight == 0);
  CHECK(bare.children[1].weight == 0);
}
