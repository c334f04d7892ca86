// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/rate_limit.hpp"

#include "tests/catch.hpp"

using namespace recap::http;
using namespace std::chrono_literals;

namespace {

RateLimit::Clock::time_point const start = RateLimit::Clock::time_point() + 1000h;

/// How many of `asked` requests at `now` are allowed.
int passed(RateLimit& limit, std::string const& client, RateLimit::Clock::time_point now,
           int asked) {
  int count = 0;
  for (int i = 0; i < asked; ++i)
    count += limit.refusal(client, now) ? 0 : 1;
  return count;
}

} // namespace

TEST_CASE("ten seconds' worth of requests may come in a burst") {
  RateLimit limit(2);
  CHECK(passed(limit, "a", start, 100) == 20);
  CHECK(passed(limit, "a", start + 1s, 100) == 2);
  CHECK(passed(limit, "a", start + 1h, 100) == 20);
}

TEST_CASE("on average no more than the rate are answered") {
  RateLimit limit(5);
  int count = 0;
  for (int second = 0; second < 100; ++second)
    count += passed(limit, "a", start + std::chrono::seconds(second), 50);
  CHECK(count == 50 + 99 * 5);
}

TEST_CASE("a client that sends requests while it is refused is not punished") {
  RateLimit limit(1);
  CHECK(passed(limit, "a", start, 1000) == 10);
  CHECK(passed(limit, "a", start + 1s, 1000) == 1);
}

TEST_CASE("one client does not use up the requests of another") {
  RateLimit limit(1);
  CHECK(passed(limit, "a", start, 100) == 10);
  CHECK(passed(limit, "b", start, 100) == 10);
}

TEST_CASE("the refusal says when the next request may come") {
  RateLimit limit(0.25);
  CHECK(passed(limit, "a", start, 2) == 2);
  auto const wait = limit.refusal("a", start);
  REQUIRE(wait);
  CHECK(*wait == 2s);
  CHECK(limit.refusal("a", start + *wait - 1ms).has_value());
  CHECK_FALSE(limit.refusal("a", start + *wait).has_value());
}

TEST_CASE("a rate of less than one in ten seconds lets one through") {
  RateLimit limit(0.05);
  CHECK(passed(limit, "a", start, 9) == 1);
  CHECK(passed(limit, "a", start + 20s, 9) == 1);
}

TEST_CASE("without a rate there is no limit, and no client is remembered") {
  RateLimit limit(0);
  CHECK(passed(limit, "a", start, 10'000) == 10'000);
  CHECK(limit.remembered() == 0);
}

TEST_CASE("a limited number of clients is remembered, those seen last") {
  RateLimit limit(1, 100);
  for (int i = 0; i < 1000; ++i)
    passed(limit, std::to_string(i), start, 10);
  CHECK(limit.remembered() == 100);
  CHECK(passed(limit, "999", start, 1) == 0);
  CHECK(passed(limit, "0", start, 1) == 1); // forgotten
}

TEST_CASE("a crowd that has gone is forgotten") {
  RateLimit limit(1);
  for (int i = 0; i < 1000; ++i)
    limit.refusal(std::to_string(i), start);
  CHECK(limit.remembered() == 1000);
  for (int i = 0; i < 1000; ++i)
    limit.refusal("later " + std::to_string(i), start + 2s);
  CHECK(limit.remembered() <= 1001);
}
