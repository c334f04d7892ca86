// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/time_zone.hpp"

#include "metadata/date.hpp"
#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

namespace {

std::string day(std::string_view date, std::string const& zone) {
  return metadata::to_string(day_in_zone(date, zone));
}

} // namespace

TEST_CASE("only names of the tz database are time zones") {
  CHECK(is_time_zone("Asia/Seoul"));
  CHECK(is_time_zone("UTC"));
  CHECK_FALSE(is_time_zone("Asia/Atlantis"));
  CHECK_FALSE(is_time_zone(""));
}

TEST_CASE("the day of a moment is that of the site's zone, as in Jekyll 4.3.1") {
  CHECK(day("2015-05-28 23:23:39.00000000 -05:00", "UTC") == "2015-05-29");
  CHECK(day("2015-05-28 23:23:39.00000000 -05:00", "America/New_York") == "2015-05-29");
  CHECK(day("2013-03-14 23:42:50", "Australia/Sydney") == "2013-03-15");
  CHECK(day("2013-03-14 23:42:50 +11:00", "Australia/Sydney") == "2013-03-14");
  CHECK(day("2014-07-11 01:15:00", "America/Los_Angeles") == "2014-07-10");
  CHECK(day("2014-07-11", "America/Los_Angeles") == "2014-07-11");
  CHECK(day("2020-12-31 15:00:00 UTC", "Asia/Seoul") == "2021-01-01");
}

TEST_CASE("a day without a time begins at midnight of the zone") {
  using namespace std::chrono;
  auto const moment = moment_in_zone("2024-01-02", "Asia/Seoul");
  REQUIRE(moment.has_value());
  CHECK(*moment == sys_days(2024y / January / 1) + 15h);
  CHECK_FALSE(moment_in_zone("soon", "UTC").has_value());
}
