// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/algolia_item.hpp"

#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

#include <string>

using namespace recap;
using namespace recap::api;
using nlohmann::json;

namespace {

AlgoliaItem read(char const* text) {
  return read_algolia_item(json::parse(text));
}

} // namespace

TEST_CASE("the four encodings of an item say the same") {
  for (
      auto const* text : {
          R"({"indexName":"recap","query":"a b","hitsPerPage":3,"facets":["year","lang"]})",
          R"({"indexName":"recap","query":"a b",
               "params":"hitsPerPage=3&facets=%5B%22year%22%2C%22lang%22%5D"})",
          R"({"indexName":"recap","params":"query=a%20b&hitsPerPage=3&facets=year,lang"})",
          R"({"indexName":"recap","params":"query=a+b&hitsPerPage=3&facets=year%2C%20lang"})",
          R"({"indexName":"recap","query":"a b","params":{"hitsPerPage":3,"facets":["year","lang"]}})",
      }) {
    INFO(text);
    auto const item = read(text);
    CHECK(item.index == "recap");
    CHECK(item.query == "a b");
    CHECK(item.hits_per_page == 3);
    CHECK(item.facets == std::vector<std::string>{"year", "lang"});
  }
}

TEST_CASE("what is not sent has the protocol's default") {
  auto const item = read("{}");
  CHECK(item.query.empty());
  CHECK(item.hits_per_page == 20);
  CHECK(item.max_values_per_facet == 100);
  CHECK(item.pre_tag == "<em>");
  CHECK(item.typo_tolerance);
  CHECK(item.last_is_prefix);
  CHECK(item.relax == search::Relax::if_none);
}

TEST_CASE("null counts as not sent, and unknown parameters are ignored") {
  CHECK(read(R"({"query":null,"hitsPerPage":null,"aroundLatLng":{"a":[1]}})").hits_per_page == 20);
}

TEST_CASE("a single string is a list of one, and * all facets") {
  CHECK(read(R"({"facets":"year"})").facets == std::vector<std::string>{"year"});
  CHECK(read(R"({"facets":["*"]})").facets ==
        std::vector<std::string>{"year", "season", "author", "topics", "lang"});
}

TEST_CASE("a value of another type is refused by name") {
  for (auto const* text :
       {R"({"query":3})", R"({"hitsPerPage":-1})", R"({"hitsPerPage":1001})", R"({"page":"x"})",
        R"({"page":1.5})", R"({"page":99999999999999999999})", R"({"facets":[3]})",
        R"({"facets":{}})", R"({"facets":"[\"year\""})", R"({"params":3})", R"({"params":"a=%zz"})",
        R"({"params":"a=%2"})", R"([])", R"({"advancedSyntax":"maybe"})", R"({"filters":["a:b"]})",
        R"({"numericFilters":{"year":3}})"}) {
    INFO(text);
    CHECK_THROWS_AS(read(text), search::BadRequest);
  }
}

TEST_CASE("pages and offsets choose hits, none beyond the thousandth") {
  CHECK(first_hit(read(R"({"page":2,"hitsPerPage":30})")) == 60);
  CHECK(first_hit(read(R"({"offset":7,"length":5})")) == 7);
  CHECK(wanted_hits(read(R"({"offset":7,"length":5})")) == 5);
  CHECK(wanted_hits(read(R"({"hitsPerPage":0})")) == 0);
  CHECK(wanted_hits(read(R"({"page":1,"hitsPerPage":600})")) == 400);
  CHECK(wanted_hits(read(R"({"page":1000000000,"hitsPerPage":1000})")) == 0);
}

TEST_CASE("who retrieves the hierarchy wants sections") {
  CHECK(read(R"({"attributesToRetrieve":["hierarchy.lvl0","url"]})").asks_for_sections);
  CHECK_FALSE(read(R"({"attributesToRetrieve":["title"]})").asks_for_sections);
}

TEST_CASE("the echo of the parameters is URL-encoded") {
  CHECK(read(R"({"indexName":"recap","query":"a&b","facets":["year"]})").params ==
        "facets=%5B%22year%22%5D&query=a%26b");
}

TEST_CASE("lists of attributes know paths and exceptions") {
  AttributeList const all({"*", "-content"});
  CHECK(all.has("title"));
  CHECK_FALSE(all.has("content"));
  AttributeList const some({"hierarchy.lvl0", "section"});
  CHECK(some.has("hierarchy.lvl0"));
  CHECK_FALSE(some.has("hierarchy.lvl1"));
  CHECK(some.has("section.heading"));
  CHECK_FALSE(some.has("sections"));
}
