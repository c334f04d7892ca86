// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/parameters.hpp"

#include "tests/catch.hpp"

using namespace recap;

TEST_CASE("parameters become a request") {
  auto const request = api::search_request({{"q", "chat"},
                                            {"year", "2022"},
                                            {"year", "2023"},
                                            {"limit", "5"},
                                            {"facets", "year,topic"},
                                            {"season", ""}});
  CHECK(request.q == "chat");
  CHECK(request.filters.at(index::FieldId::year).size() == 2);
  CHECK(request.filters.count(index::FieldId::season) == 0);
  CHECK(request.limit == 5);
  CHECK(request.facets.size() == 2);
}

TEST_CASE("no parameters mean the defaults") {
  auto const request = api::search_request({});
  CHECK(request.limit == api::default_limit);
  CHECK(request.offset == 0);
  CHECK_FALSE(request.sort.has_value());
}

TEST_CASE("an invalid parameter is named") {
  std::vector<std::pair<std::string, std::string>> const bad{
      {"limit", "-1"},  {"limit", "101"},       {"limit", "1x"},   {"offset", "10001"},
      {"sort", "best"}, {"facets", "id"},       {"colour", "red"}, {"highlight", "strong"},
      {"title", "x"},   {"more_sections", "4"},
  };
  for (auto const& [name, value] : bad) {
    INFO(name << '=' << value);
    try {
      static_cast<void>(api::search_request({{name, value}}));
      FAIL("accepted");
    } catch (search::BadRequest const& error) {
      CHECK(error.parameter() == name);
    }
  }
  CHECK_THROWS_AS(api::search_request({{"q", "a"}, {"q", "b"}}), search::BadRequest);
}

TEST_CASE("filters may be repeated up to a limit") {
  api::NameValues parameters(200, {"year", "2020"});
  CHECK(api::search_request(parameters).filters.begin()->second.size() == 200);
  parameters.insert(parameters.end(), 100, {"topic", "a"});
  CHECK_THROWS_WITH(api::search_request(parameters), Catch::Contains("more than 256 filters"));
}
