// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/insights/tally.hpp"

#include "tests/catch.hpp"

using namespace recap::insights;
using namespace std::chrono_literals;

namespace {

Tally::Clock::time_point const start = Tally::Clock::time_point() + 1h;

Tally new_tally(std::size_t most = 100) {
  return Tally([](std::string const& q) { return q == "known"; }, most);
}

} // namespace

TEST_CASE("a query counts from the third time on, including the first two") {
  auto tally = new_tally();
  CHECK(tally.count("a", "redis", start) == 0);
  CHECK(tally.count("b", "redis", start) == 0);
  CHECK(tally.count("c", "redis", start) == 3);
  CHECK(tally.count("d", "redis", start) == 1);
  CHECK(tally.count("d", "other", start) == 0);
}

TEST_CASE("repetitions by one reader within an hour count once") {
  auto tally = new_tally();
  for (int minute = 0; minute < 60; ++minute)
    CHECK(tally.count("a", "my own address", start + std::chrono::minutes(minute)) == 0);
  CHECK(tally.count("a", "my own address", start + 61min) == 0);
  CHECK(tally.count("a", "my own address", start + 122min) == 3);
}

TEST_CASE("a query that was kept before counts immediately") {
  auto tally = new_tally();
  CHECK(tally.count("a", "known", start) == 1);
  CHECK(tally.count("a", "known", start) == 0);
  CHECK(tally.count("b", "known", start) == 1);
}

TEST_CASE("no more queries and readers are remembered than the limit") {
  auto tally = new_tally(50);
  for (int i = 0; i < 1000; ++i)
    CHECK(tally.count("a", std::to_string(i), start) == 0);
  CHECK(tally.remembered() <= 100);
  CHECK(tally.count("b", "0", start) == 0); // forgotten, so it starts again
  CHECK(tally.count("c", "0", start) == 0);
  CHECK(tally.count("d", "0", start) == 3);
}
