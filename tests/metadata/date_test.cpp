// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/date.hpp"

#include "tests/catch.hpp"

using namespace recap::metadata;

TEST_CASE("dates are read as sites write them") {
  for (auto const* text :
       {"2023-01-30", "2023/1/30", "2023-01-30T10:00:00+09:00", "2023-01-30 9:05:00 -4",
        " 2023-01-30T10:00:00.123Z ", "2023-01-30T10:00", "20230130", "20230130T101500Z",
        "2023-01-30 10:00:00 +0900", "2023-01-30T10:00:00+09:00[Asia/Seoul]",
        "2023-01-30 10:00 Asia/Seoul", "2023-01-30 10:00:00 America/New_York", "2023-01-30 KST",
        "2023. 1. 30.", "2023.01.30", "2023. 1. 30 (월) 오후 3:20"}) {
    INFO(text);
    CHECK(parse_date(text) == "2023-01-30");
  }
}

TEST_CASE("dates in words are read") {
  for (auto const* text : {"Jul 08 2022",
                           "8 July 2022",
                           "July 8, 2022",
                           "July 8th, 2022",
                           "8th of July, 2022",
                           "Jul. 8, 2022",
                           "08-Jul-2022",
                           "2022 July 8",
                           "2022-Jul-08",
                           "Fri, 08 Jul 2022 10:00:00 GMT",
                           "Fri, 8 Jul 2022 10:00:00 +0900",
                           "Friday, July 8, 2022",
                           "Friday, 08-Jul-2022 10:00:00 UTC",
                           "Fri Jul  8 10:00:00 2022",
                           "Fri Jul  8 10:00:00 KST 2022",
                           "July 8, 2022 at 9:05 PM PST",
                           "Jul 8, 2022, 10:00 a.m. EST",
                           "8 Jul 2022 9am",
                           "Fri Jul 08 2022 10:00:00 GMT+0900 (Korean Standard Time)",
                           "2022년 7월 8일",
                           "2022년 07월 08일 금요일",
                           "2022년 7월 8일 (금) 오후 3시 20분",
                           "2022年7月8日"}) {
    INFO(text);
    CHECK(parse_date(text) == "2022-07-08");
  }
  for (auto const* text : {"8. Juli 2022", "Freitag, 8. Juli 2022, 10:00", "Fr, 08. Juli 2022",
                           "den 8. juli 2022", "8 juillet 2022", "le vendredi 8 juillet 2022",
                           "8 de julio de 2022", "viernes, 8 de julio de 2022", "8 luglio 2022",
                           "sexta-feira, 8 de julho de 2022", "8º de julho de 2022", "8 lipca 2022",
                           "vrijdag 8 juli 2022", "8 juil. 2022", "8 Juli 2022"}) {
    INFO(text);
    CHECK(parse_date(text) == "2022-07-08");
  }
  CHECK(parse_date("1er août 2021") == "2021-08-01");
  CHECK(parse_date("2. März 2021") == "2021-03-02");
  CHECK(parse_date("3 déc. 2021") == "2021-12-03");
  CHECK(parse_date("Mar 4 2021") == "2021-03-04");
  CHECK(parse_date("Sept 1 2021") == "2021-09-01");
  CHECK(parse_date("2024년 5월 6일") == "2024-05-06");
}

TEST_CASE("seconds and milliseconds since 1970 are a moment in UTC") {
  using namespace std::chrono_literals;
  for (auto const* text : {"1657324799", "1657324799000", "1657324799.5", " 1657324799 "}) {
    INFO(text);
    CHECK(parse_date(text) == "2022-07-08");
  }
  CHECK(read_date("1657324799")->time == 23h + 59min + 59s);
  CHECK(read_date("1657324799")->east == 0h);
}

TEST_CASE("an impossible or ambiguous day is not a date") {
  for (auto const* text : {"yesterday",
                           "2023-02-30",
                           "2023",
                           "30.1.2023",
                           "",
                           "03/04/2023",
                           "2023-01",
                           "May 2023",
                           "Ju 8 2022",
                           "2023-01-30 lunch",
                           "2023-01-30T25:00",
                           "2023-01-30 10:61",
                           "Foo, 8 July 2022",
                           "8 July",
                           "July 8",
                           "32 July 2022",
                           "2023-01/30",
                           "165723840",
                           "16572384000",
                           "1657238400 GMT",
                           "jui 8 2022",
                           "8 de 2022",
                           "Last Modified",
                           "2023-01-30-name"}) {
    INFO(text);
    CHECK_FALSE(parse_date(text).has_value());
  }
}

TEST_CASE("a date has its time and zone") {
  using namespace std::chrono_literals;
  auto const date = read_date("2024-08-08 22:44:26 -0700");
  REQUIRE(date.has_value());
  CHECK(date->time == 22h + 44min + 26s);
  CHECK(date->east == -7h);
  CHECK(read_date("8 Jul 2022 9:05 PM KST")->time == 21h + 5min);
  CHECK(read_date("8 Jul 2022 9:05 PM KST")->east == 9h);
  CHECK(read_date("8 Jul 2022 12am")->time == 0h);
  CHECK_FALSE(read_date("8 Jul 2022")->time.has_value());
  CHECK_FALSE(read_date("8 Jul 2022 9am")->east.has_value());
}

TEST_CASE("a date before a name is found") {
  CHECK(date_before("2015-03-17-name") == "2015-03-17");
  for (auto const* name :
       {"2015-03-17", "2015-3-17-name", "2015-13-17-name", "name", "1 May 2020-x"})
    CHECK_FALSE(date_before(name).has_value());
}
