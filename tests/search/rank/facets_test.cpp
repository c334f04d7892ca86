// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/catch.hpp"
#include "tests/search/small_index.hpp"

using namespace recap;
using namespace recap::search;
using index::FieldId;

namespace {

std::vector<std::string> const articles{
    R"({"id":"a","title":"One","text":"redis cache","year":2021,"topics":["databases","web"]})",
    R"({"id":"b","title":"Two","text":"redis queue","year":2021,"topics":["databases"]})",
    R"({"id":"c","title":"Three","text":"redis cache","year":2022,"topics":["web"]})",
    R"({"id":"d","title":"Four","text":"a queue","year":2023,"topics":["queues"]})",
};

std::vector<FacetValue> facet(Request const& request) {
  tests::SmallIndex const index(articles);
  auto const result = index.engine().search(request);
  REQUIRE(result.facets.size() == 1);
  return result.facets.front().values;
}

Request counting(std::string q, FieldId field) {
  Request request;
  request.q = std::move(q);
  request.facets = {field};
  request.relax = Relax::never;
  return request;
}

using Values = std::vector<FacetValue>;

} // namespace

TEST_CASE("values are counted over all matches, the most frequent first, then by value") {
  CHECK(facet(counting("redis", FieldId::topic)) == Values{{"databases", 2}, {"web", 2}});
  CHECK(facet(counting("", FieldId::year)) == Values{{"2021", 2}, {"2022", 1}, {"2023", 1}});
}

TEST_CASE("a facet is counted without its own filter, and with those of others") {
  auto request = counting("redis", FieldId::topic);
  request.filters[FieldId::topic] = {"web"};
  CHECK(facet(request) == Values{{"databases", 2}, {"web", 2}});
  request.filters[FieldId::year] = {"2021"};
  CHECK(facet(request) == Values{{"databases", 2}, {"web", 1}});
}

TEST_CASE("articles that lack words are counted if they are shown") {
  auto request = counting("redis cache zanzibar", FieldId::year);
  CHECK(facet(request).empty());
  request.relax = Relax::to_fill_page;
  CHECK(facet(request) == Values{{"2021", 1}, {"2022", 1}});
}
