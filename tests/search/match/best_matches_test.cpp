// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/best_matches.hpp"

#include "index/fields.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

std::vector<std::string> const before{R"({"id":"a","title":"A","text":"redis docker"})",
                                      R"({"id":"b","title":"B","text":"redis"})",
                                      R"({"id":"c","title":"C","text":"redis docker compass"})"};

std::vector<Match> best(Reader& reader, Clause const& clause, std::size_t most) {
  Work work(1'000);
  return best_matches(reader, clause, most, work);
}

Clause word(std::string const& text, double weight = 1) {
  return term_clause(index::word_term({}, text), weight);
}

} // namespace

TEST_CASE("the best matches come first, equal ones by number, and no more than requested") {
  tests::SmallReader index(before);
  CHECK(index.ids(any_of({word("redis"), word("docker", 2)})).back() == "b");
  auto const equal = best(index.reader(), everything(), 2);
  REQUIRE(equal.size() == 2);
  CHECK(equal[0].id < equal[1].id);
  CHECK(best(index.reader(), word("docker"), 1).size() == 1);
  CHECK(best(index.reader(), word("docker"), 0).empty());
}

TEST_CASE("the first match has the lowest number, or is 0 if there is none") {
  tests::SmallReader index(before);
  Work work(1'000);
  CHECK(first_match(index.reader(), word("docker"), work) == index.document("a"));
  CHECK(first_match(index.reader(), word("compass"), work) == index.document("c"));
  CHECK(first_match(index.reader(), word("quota"), work) == 0);
}

TEST_CASE("an older version of an article in another segment does not match") {
  auto after = before;
  for (int i = 0; i < 30; ++i) // so that one change does not merge the segments
    after.push_back(R"({"id":")" + std::to_string(i) + R"(","title":"X","text":"x"})");
  tests::SmallIndex index(after);
  after[0] = R"({"id":"a","title":"A","text":"compass"})";
  index.change(after);
  index::Store const store(index.folder());
  auto const snapshot = std::make_shared<Snapshot>(store, store.current().value(), RemoteShards());
  auto const lease = snapshot->lease();
  REQUIRE(lease->segments().size() > 1);
  Work work(1'000);
  CHECK(lease->fields(first_match(*lease, word("docker"), work)).id == "c");
  CHECK(best(*lease, word("redis"), 9).size() == 2);
  CHECK(best(*lease, word("compass"), 9).size() == 2);
}

TEST_CASE("a search without time left finds nothing") {
  tests::SmallReader index(before);
  Work spent(0);
  CHECK(best_matches(index.reader(), everything(), 9, spent).empty());
}
