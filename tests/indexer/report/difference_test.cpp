// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/report/difference.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

TEST_CASE("the fields that differ are named") {
  index::Record before;
  before.title = "A";
  auto after = before;
  CHECK(differing_fields(before, after).empty());
  after.title = "B";
  after.author = {"Ann"};
  CHECK(differing_fields(before, after) == std::vector<std::string>{"title", "author"});
}

TEST_CASE("a difference is one line") {
  Difference const change{.kind = Difference::Kind::changed,
                          .id = "a",
                          .file = "a.md",
                          .title = "A",
                          .fields = {"title", "text"},
                          .bytes_before = 900,
                          .bytes_after = 950};
  CHECK(to_line(change) == "would change a (a.md): title, text 900 -> 950 bytes");
}
