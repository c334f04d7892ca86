// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/recency.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

using namespace recap;
using namespace recap::search;

namespace {

// 730 days, the half-life, before the newest.
tests::SmallReader dated() {
  return tests::SmallReader({R"({"id":"new","title":"A","text":"x","date":"2023-12-31"})",
                             R"({"id":"old","title":"B","text":"x","date":"2022-01-01"})",
                             R"({"id":"undated","title":"C","text":"x"})"});
}

} // namespace

TEST_CASE("the newest article has the whole share, one of a half-life before it has half") {
  auto index = dated();
  Recency const recency(index.snapshot(), 0.4);
  CHECK(recency.matters());
  CHECK(recency.of(index.document("new")) == Approx(1.4));
  CHECK(recency.of(index.document("old")) == Approx(1.2).margin(0.001));
  CHECK(recency.most() == Approx(1.4));
}

TEST_CASE("an article without a date is as good as without recency") {
  auto index = dated();
  CHECK(Recency(index.snapshot(), 0.4).of(index.document("undated")) == 1);
}

TEST_CASE("recency does not matter without a share or without any date") {
  auto index = dated();
  Recency const none(index.snapshot(), 0);
  CHECK_FALSE(none.matters());
  CHECK(none.of(index.document("new")) == 1);
  CHECK(none.most() == 1);
  tests::SmallReader undated({R"({"id":"a","title":"A","text":"x"})"});
  CHECK_FALSE(Recency(undated.snapshot(), 0.4).matters());
}
