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

TEST_CASE("the four encodings of an item are equivalent") {
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

TEST_CASE("a parameter that is not sent has the protocol's default") {
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
        std::vector<std::string>{"author", "year", "season", "topics", "series", "lang"});
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

TEST_CASE("a client that retrieves the hierarchy gets sections") {
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

TEST_CASE("lists beyond their bounds are refused") {
  json many = json::array();
  for (int i = 0; i < 1000; ++i)
    many.push_back("a");
  std::string joined;
  for (int i = 0; i < 1000; ++i)
    joined += "a,";
  for (std::string const name :
       {"facets", "attributesToRetrieve", "attributesToHighlight", "attributesToSnippet",
        "responseFields", "optionalWords", "restrictSearchableAttributes"}) {
    INFO(name);
    for (json const& value :
         {many, json(joined), json(many.dump()), json({std::string(10'000, 'a')})}) {
      CHECK_THROWS_WITH(read_algolia_item({{name, value}}), Catch::Contains(name));
    }
    CHECK_NOTHROW(read_algolia_item({{name, json(std::vector<std::string>(100, "a"))}}));
  }
}

TEST_CASE("tags are short") {
  for (std::string const name : {"highlightPreTag", "highlightPostTag", "snippetEllipsisText"}) {
    CHECK_THROWS_WITH(read_algolia_item({{name, std::string(129, 'x')}}), Catch::Contains(name));
    CHECK_NOTHROW(read_algolia_item({{name, std::string(128, 'x')}}));
  }
  CHECK_THROWS_AS(read_algolia_item({{"facetQuery", std::string(513, 'x')}}), search::BadRequest);
}

TEST_CASE("conditions of all parameters together have a bound") {
  std::vector<std::string> const topics(100, "topics:a");
  std::vector<std::string> const tags(100, "a");
  std::vector<std::string> const years(100, "year!=2020");
  json const each{{"facetFilters", topics}, {"tagFilters", tags}};
  CHECK(read_algolia_item(each).conditions.size() == 200);
  json all = each;
  all["numericFilters"] = years;
  CHECK_THROWS_WITH(read_algolia_item(all), Catch::Contains("at most 256"));
}

TEST_CASE("ranges have a bound of their own, single years and days none") {
  json ranges = json::array();
  json days = json::array();
  for (int i = 0; i < 200; ++i) {
    ranges.push_back("date_timestamp:0 TO " + std::to_string(i * 864'000 + 100'000));
    days.push_back("date_timestamp:" + std::to_string(i * 86'400));
  }
  CHECK_NOTHROW(read_algolia_item({{"numericFilters", {days}}}));
  CHECK_THROWS_WITH(read_algolia_item({{"numericFilters", {ranges}}}),
                    Catch::Contains("at most 32 ranges"));
  CHECK_THROWS_AS(read_algolia_item({{"numericFilters", ranges}}), search::BadRequest);
  std::string text = "year < 1990";
  for (int i = 0; i < 40; ++i)
    text += " OR year < 1990";
  CHECK_THROWS_AS(read_algolia_item({{"filters", text}}), search::BadRequest);
}

TEST_CASE("JSON inside parameters has the same limit of depth") {
  std::string const deep(1000, '[');
  for (std::string const name : {"facetFilters", "tagFilters", "numericFilters", "optionalFilters",
                                 "facets", "attributesToRetrieve"}) {
    CHECK_THROWS_WITH(read_algolia_item({{name, deep}}), Catch::Contains("nested lists"));
    CHECK_THROWS_WITH(read_algolia_item({{"params", name + "=" + deep}}),
                      Catch::Contains("nested lists"));
  }
}

TEST_CASE("params that do not decode to UTF-8 are refused") {
  CHECK_THROWS_WITH(read(R"({"params":"query=%ff"})"), Catch::Contains("UTF-8"));
}
