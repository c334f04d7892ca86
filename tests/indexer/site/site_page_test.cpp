// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/site_page.hpp"

#include "tests/catch.hpp"

#include <string>
#include <utility>

using namespace recap::indexer;

TEST_CASE("a path is divided behind its last slash") {
  using Parts = std::pair<std::string, std::string>;
  CHECK(split_path("a/b/c") == Parts{"a/b/", "c"});
  CHECK(split_path("c") == Parts{"", "c"});
  CHECK(split_path("a/") == Parts{"a/", ""});
  CHECK(split_path("") == Parts{"", ""});
  CHECK(first_folder("a/b/c") == "a");
  CHECK(first_folder("c").empty());
  CHECK(is_index("index"));
  CHECK(is_index("_index"));
  CHECK_FALSE(is_index("Index"));
  CHECK_FALSE(is_index("a_index"));
}

TEST_CASE("the parts of a date are its digits, and empty without one") {
  SitePage const page{.path = "a", .date = "2024-03-05"};
  CHECK(year_of(page) == "2024");
  CHECK(month_of(page) == "03");
  CHECK(day_of(page) == "05");
  SitePage const none{.path = "a"};
  CHECK((year_of(none) + month_of(none) + day_of(none)).empty());
}

TEST_CASE("days of a year are counted from 1, in leap years up to 366") {
  auto const day = [](std::string date) {
    return day_of_year({.path = "a", .date = std::move(date)});
  };
  CHECK(day("2023-01-01") == 1);
  CHECK(day("2023-03-01") == 60);
  CHECK(day("2024-03-01") == 61);
  CHECK(day("2023-12-31") == 365);
  CHECK(day("2024-12-31") == 366);
  CHECK(day("1900-12-31") == 365);
  CHECK(day("") == 0);
}
