// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/facet_counts.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

using namespace recap;
using namespace recap::search;

TEST_CASE("only articles that were added are counted, in each of their values") {
  tests::SmallReader index({R"({"id":"a","title":"A","text":"x","topics":["redis","docker"]})",
                            R"({"id":"b","title":"B","text":"x","topics":["docker","Zoo"]})",
                            R"({"id":"c","title":"C","text":"x","topics":["compass"]})",
                            R"({"id":"d","title":"D","text":"x"})"});
  FacetCounts counts(index.snapshot().column(index::FieldId::topic));
  CHECK(counts.values(10).empty());
  for (auto const* id : {"a", "b", "d"})
    counts.add(index.document(id));
  CHECK(counts.values(10) == std::vector<FacetValue>{{"docker", 2}, {"Zoo", 1}, {"redis", 1}});
  CHECK(counts.values(1) == std::vector<FacetValue>{{"docker", 2}});
  CHECK(counts.values(0).empty());
}
