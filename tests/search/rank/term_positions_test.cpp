// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/term_positions.hpp"

#include "index/fields.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

tests::SmallReader made() {
  return tests::SmallReader(
      {R"({"id":"a","title":"T","text":"front end and end front and front end, frontier"})",
       R"({"id":"b","title":"T","text":"end, then front"})"});
}

Alternative of_terms(std::vector<std::string> const& words, bool side_by_side) {
  Alternative alternative;
  for (auto const& word : words)
    alternative.terms.push_back({index::word_term({}, word), 1});
  alternative.side_by_side = side_by_side;
  return alternative;
}

} // namespace

TEST_CASE("one word has all its positions, and an article without it none") {
  auto index = made();
  TermPositions positions(index.reader());
  auto const a = index.document("a");
  CHECK(positions.of(a, of_terms({"front"}, false)).size() == 3);
  CHECK(positions.of(index.document("b"), of_terms({"frontier"}, false)).empty());
}

TEST_CASE("adjacent words have the positions where the first is followed by the others") {
  auto index = made();
  TermPositions positions(index.reader());
  auto const a = index.document("a");
  auto const both = of_terms({"front", "end"}, true);
  auto const found = positions.of(a, both);
  CHECK(found.size() == 2);
  CHECK(std::ranges::is_sorted(found));
  CHECK(positions.answers(a, both));
  CHECK_FALSE(positions.answers(index.document("b"), both)); // it has both, apart
  CHECK(positions.answers(index.document("b"), of_terms({"front", "end"}, false)));
  CHECK_FALSE(positions.answers(a, of_terms({"front", "boat"}, false)));
}

TEST_CASE("a prefix has the positions of every word that begins with it, ascending") {
  auto index = made();
  TermPositions positions(index.reader());
  Alternative prefix;
  prefix.kind = MatchKind::prefix;
  prefix.unit.kind = Unit::Kind::prefix;
  prefix.unit.word = "front";
  auto const found = positions.of(index.document("a"), prefix);
  CHECK(found.size() == 4);
  CHECK(std::ranges::is_sorted(found));
  prefix.unit.word = "frontier";
  CHECK(positions.of(index.document("a"), prefix).size() == 1);
}
