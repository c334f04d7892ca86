// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/columns.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

using Values = std::vector<std::string>;

Values of(Column const& column, std::uint32_t document) {
  Values values;
  for (auto const value : column.of(document))
    values.push_back(column.dictionary()[value]);
  return values;
}

} // namespace

TEST_CASE("an article has its values in order, and another spelling counts as the first") {
  tests::SmallReader index({R"({"id":"a","title":"A","text":"x","topics":["Redis","docker"]})",
                            R"({"id":"b","title":"B","text":"x"})",
                            R"({"id":"c","title":"C","text":"x","topics":["compass","REDIS"]})"});
  Column const column(index.reader(), index::field(index::FieldId::topic).slot);
  CHECK(column.dictionary() == Values{"Redis", "docker", "compass"});
  CHECK(of(column, index.document("a")) == Values{"Redis", "docker"});
  CHECK(of(column, index.document("b")).empty());
  CHECK(of(column, index.document("c")) == Values{"compass", "Redis"});
}

TEST_CASE("an article that a column does not have has no values") {
  tests::SmallReader index({R"({"id":"a","title":"A","text":"x","topics":["redis"]})"});
  Column const column(index.reader(), index::field(index::FieldId::topic).slot);
  CHECK(column.of(2).empty());
  CHECK(column.of(1'000'000).empty());
  CHECK(column.of(0xffffffff).empty()); // as in a damaged file
  CHECK(Column().of(1).empty());
}
