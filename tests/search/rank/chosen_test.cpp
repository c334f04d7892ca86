// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/chosen.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

std::vector<std::string> const articles{R"({"id":"a","title":"A","text":"x"})",
                                        R"({"id":"b","title":"B","text":"x"})",
                                        R"({"id":"c","title":"C","text":"x"})"};

} // namespace

TEST_CASE("ids that the index does not have are skipped, and the order is the editor's") {
  tests::SmallReader index(articles);
  Pins::Choice const choice{.pinned = {{.id = "c", .place = 2}, {.id = "gone"}, {.id = "a"}},
                            .hidden = {"gone", "b"}};
  auto const chosen = chosen_articles(&choice, true, index.reader());
  REQUIRE(chosen.pinned.size() == 2);
  CHECK(chosen.pinned[0].id == index.document("c"));
  CHECK(chosen.pinned[0].place == 2);
  CHECK(chosen.pinned[1].id == index.document("a"));
  CHECK(chosen.hidden == std::vector<Xapian::docid>{index.document("b")});
}

TEST_CASE("where nothing can be pinned, articles are still hidden") {
  tests::SmallReader index(articles);
  Pins::Choice const choice{.pinned = {{.id = "a"}}, .hidden = {"b"}};
  auto const chosen = chosen_articles(&choice, false, index.reader());
  CHECK(chosen.pinned.empty());
  CHECK(chosen.hidden.size() == 1);
  CHECK(chosen_articles(nullptr, true, index.reader()).hidden.empty());
}

TEST_CASE("articles have ascending numbers in a segment, and none in one without them") {
  tests::SmallReader index(articles);
  auto const& segment = *index.reader().segments()[0];
  std::vector<Xapian::docid> const asked{index.document("c"), 999, index.document("a")};
  auto const numbers = numbers_in(segment, asked);
  REQUIRE(numbers.size() == 2);
  CHECK(numbers[0] < numbers[1]);
  CHECK(segment.docid(numbers[0]) == index.document("a"));
}
