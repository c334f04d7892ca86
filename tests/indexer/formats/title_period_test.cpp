// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/title_period.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

TEST_CASE("a season next to a year in a title is recognised") {
  auto const term = [](std::string_view title) {
    auto const found = period_in(title);
    return found ? std::to_string(found->year) + ' ' + found->season : "";
  };
  CHECK(term("Recap of Summer 2022") == "2022 summer");
  CHECK(term("2022년 여름 인턴십") == "2022 summer");
  CHECK(term("The 2nd half 2024") == "2024 second-half");
  CHECK(term("Spring Boot in practice").empty());
}
