// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/dates.hpp"

#include "tests/catch.hpp"

using namespace recap::search;
using namespace std::chrono;

TEST_CASE("a day span covers what its text names") {
  CHECK(day_span("2024-02")->last == 2024y / February / 29);
  CHECK(day_span("2023")->first == 2023y / January / 1);
  CHECK(day_span("2023-01-30")->first == day_span("2023-01-30")->last);
}

TEST_CASE("a text that names no day has no span") {
  for (auto const* text :
       {"", "abc", "23", "2023-13", "2023-02-30", "2023-1", "2023-01-30-1", "0000"}) {
    INFO(text);
    CHECK_FALSE(day_span(text).has_value());
  }
}

TEST_CASE("a range of days is covered by the fewest dates") {
  auto const covering = covering_dates(2021y / December / 30, 2023y / February / 1);
  std::vector<std::string> const expected{"2021-12-30", "2021-12-31", "2022", "2023-01",
                                          "2023-02-01"};
  CHECK(covering == expected);
  CHECK(covering_dates(2023y / May / 2, 2023y / May / 1).empty());
}
