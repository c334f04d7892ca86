// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/algolia_filters.hpp"

#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

#include <string>

using namespace recap;
using namespace recap::api;
using nlohmann::json;

namespace {

std::string shown(search::Condition const& condition) {
  std::string text = condition.negated ? "not " : "";
  text += index::field(condition.field).name;
  if (!condition.value.empty()) return text + '=' + condition.value;
  return text + ' ' + condition.from + ".." + condition.to;
}

/// `a=1 or b=2; c=3`
std::string shown(std::vector<search::AnyOf> const& all) {
  std::string text;
  for (auto const& any : all) {
    if (!text.empty()) text += "; ";
    for (std::size_t i = 0; i < any.size(); ++i)
      text += (i == 0 ? "" : " or ") + shown(any[i]);
  }
  return text;
}

std::string filters(std::string_view text) {
  return shown(read_filters(text));
}

std::string facets(json const& value) {
  return shown(read_filter_list(value, FilterList::facets));
}

std::string numbers(json const& value) {
  return shown(read_filter_list(value, FilterList::numbers));
}

} // namespace

TEST_CASE("filters are values, comparisons and ranges joined by AND, OR and NOT") {
  CHECK(filters("").empty());
  CHECK(filters("topics:onboarding") == "topic=onboarding");
  CHECK(filters("topics:\"front end\" AND NOT lang:ko") == "topic=front end; not lang=ko");
  CHECK(filters("year:2021 OR season:autumn") == "year=2021 or season=fall");
  CHECK(filters("(year:2021 OR year:2022) AND author:'J. Koo'") ==
        "year=2021 or year=2022; author=J. Koo");
  CHECK(filters("year >= 2020 AND year<2023") == "year 2020..; year ..2022");
  CHECK(filters("year:2020 TO 2022") == "year 2020..2022");
  CHECK(filters("year != 2020") == "not year 2020..2020");
  CHECK(filters("_tags:a OR onboarding") == "topic=a or topic=onboarding");
  CHECK(filters("topics:c++ AND objectID:a:b") == "topic=c++; id=a:b");
}

TEST_CASE("an OR without parentheses binds its neighbours") {
  CHECK(filters("year:2021 OR year:2022 AND lang:ko") == "year=2021 or year=2022; lang=ko");
}

TEST_CASE("filters that cannot be honoured are refused") {
  for (std::string const text :
       {"topics:", "colour:red", "(year:2021", "year:2021)", "year:2021 year:2022",
        "NOT (year:2021)", "(year:2021 AND lang:ko)", "year >=", "year > x", "year => 2020",
        "lang > 3", "AND", "year:2021 AND", "year:2021 AND AND lang:ko", "topics:\"a",
        "year:2020 TO", "((((", ":"}) {
    INFO(text);
    CHECK_THROWS_AS(read_filters(text), search::BadRequest);
  }
}

TEST_CASE("facet filters are conditions with alternatives inside") {
  CHECK(facets(json::parse(R"(["year:2021",["lang:ko","lang:en"]])")) ==
        "year=2021; lang=ko or lang=en");
  CHECK(facets("[[\"lang:ko\",\"lang:en\"]]") == "lang=ko or lang=en");
  CHECK(facets("year:2021,(lang:ko,lang:en)") == "year=2021; lang=ko or lang=en");
  CHECK(facets("language:en") == "lang=en");
  CHECK(facets(json::array()).empty());
  CHECK(facets(json::parse("[[]]")).empty());
}

TEST_CASE("a minus before a value excludes it, unless escaped") {
  CHECK(facets(json::array({"topics:-intern"})) == "not topic=intern");
  CHECK(facets(json::array({"topics:\\-intern"})) == "topic=-intern");
}

TEST_CASE("facet filters of another shape are refused") {
  for (auto const* text : {"{}", "3", "[3]", "[[[\"lang:ko\"]]]", "[\"lang\"]", "[\"colour:red\"]",
                           "\"[broken\"", "[\"lang:\"]", "[null]"}) {
    INFO(text);
    CHECK_THROWS_AS(read_filter_list(json::parse(text), FilterList::facets), search::BadRequest);
  }
}

TEST_CASE("numeric filters compare years and days") {
  CHECK(numbers(json::array({"year>=2020", "year<=2022"})) == "year 2020..; year ..2022");
  CHECK(numbers(json::array({"year = 2020"})) == "year 2020..2020");
  CHECK(numbers(json::array({"year:2020 TO 2022"})) == "year 2020..2022");
  CHECK(numbers(json::array({"year>2020.5"})) == "year 2021..");
  CHECK(numbers(json::array({"year=2020.5"})) == "year 9999..0001");
  CHECK(numbers(json::array({"year<-1e300"})) == "year 9999..0001");
  CHECK(numbers(json::array({"year>=-1e300"})) == "year ..");
  CHECK(numbers(json::array({"date_timestamp>=1672531200"})) == "date 2023-01-01..");
  CHECK(numbers(json::array({"date_timestamp>1672531200"})) == "date 2023-01-02..");
  CHECK(numbers(json::array({"date_timestamp<1672531201"})) == "date ..2023-01-01");
  CHECK_THROWS_AS(read_filter_list("year=>2", FilterList::numbers), search::BadRequest);
  CHECK_THROWS_AS(read_filter_list("year", FilterList::numbers), search::BadRequest);
  CHECK_THROWS_AS(read_filter_list("year>nan", FilterList::numbers), search::BadRequest);
}

TEST_CASE("a hundred thousand conditions are refused, in any form") {
  constexpr std::size_t many = 100'000;
  auto const repeated = [](std::string const& part) {
    std::string text;
    for (std::size_t i = 0; i < many; ++i)
      text += part;
    return text;
  };
  for (std::string const joined : {" OR ", " AND "})
    CHECK_THROWS_WITH(read_filters("a" + repeated(joined + "a")), Catch::Contains("at most 256"));
  CHECK_THROWS_AS(read_filters(repeated("(")), search::BadRequest);
  CHECK_THROWS_AS(read_filters("(a" + repeated(" OR a") + ")"), search::BadRequest);
  json const list(std::vector<std::string>(many, "topics:a"));
  for (auto const kind : {FilterList::facets, FilterList::tags, FilterList::preferences}) {
    CHECK_THROWS_WITH(read_filter_list(list, kind), Catch::Contains("at most"));
    CHECK_THROWS_WITH(read_filter_list(json::array({list}), kind), Catch::Contains("at most"));
    CHECK_THROWS_WITH(read_filter_list(repeated("topics:a,"), kind), Catch::Contains("at most"));
  }
  CHECK_THROWS_AS(
      read_filter_list(json(std::vector<std::string>(65, "year:2020")), FilterList::preferences),
      search::BadRequest);
}
