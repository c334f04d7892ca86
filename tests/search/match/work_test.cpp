// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/work.hpp"

#include "tests/catch.hpp"

#include <chrono>
#include <stop_token>

using namespace recap::search;

TEST_CASE("work is over when nobody waits any more") {
  std::stop_source source;
  Work work(std::chrono::hours(1), source.get_token());
  CHECK_FALSE(work.is_over());
  source.request_stop();
  work.read_postings(1'000'000);
  CHECK(work.is_over());
}

TEST_CASE("work bounded by postings is over after that many, however long they take") {
  Work work(1'000);
  work.read_postings(600);
  CHECK_FALSE(work.is_over());
  work.read_positions(10);
  CHECK(work.is_over());
}

TEST_CASE("work without time left is over before it begins") {
  Work work(std::chrono::microseconds(0), {});
  CHECK(work.is_over());
  CHECK(work.is_over());
}

TEST_CASE("work counts what it has read, and looks at its budget only now and then") {
  std::stop_source source;
  Work work(std::chrono::hours(1), source.get_token());
  CHECK_FALSE(work.is_over());
  source.request_stop();
  work.read_postings(100);
  work.read_positions(2);
  CHECK_FALSE(work.is_over()); // too little since the last look
  CHECK(work.postings() == 100);
  CHECK(work.positions() == 2);
}
