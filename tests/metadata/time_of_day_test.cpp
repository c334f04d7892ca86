// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/time_of_day.hpp"

#include "tests/catch.hpp"

#include <chrono>
#include <string>

using namespace recap::metadata;

namespace {

/// `seconds since midnight, minutes east` of a time in lower case; `-` for what it does not have.
std::string time(std::string_view text) {
  Scanner in(text);
  auto const read = read_time_of_day(in);
  if (!read || !in.at_end()) return "none";
  auto const number = [](auto const& part) {
    return part ? std::to_string(part->count()) : std::string("-");
  };
  return number(read->since_midnight) + ' ' + number(read->east);
}

std::string at(int hour, int minute = 0, int second = 0) {
  return std::to_string(hour * 3600 + minute * 60 + second);
}

} // namespace

TEST_CASE("a time of day is read in the notations of programs and people") {
  CHECK(time("") == "- -");
  CHECK(time("t10:00:05.123z") == at(10, 0, 5) + " 0");
  CHECK(time(" 9:05 pm") == at(21, 5) + " -");
  CHECK(time("at 9am") == at(9) + " -");
  CHECK(time("t101500z") == at(10, 15) + " 0");
  CHECK(time("(금) 오후 3시 20분 5초") == at(15, 20, 5) + " -");
  CHECK(time(" 오전 9시") == at(9) + " -");
  CHECK(time(", 10:00") == at(10) + " -");
  CHECK(time("t24:00") == at(24) + " -");
  CHECK(time("t23:59:60") == at(23, 59, 60) + " -");
}

TEST_CASE("half days begin at 12") {
  CHECK(time(" 12:30 am") == at(0, 30) + " -");
  CHECK(time(" 12:30 p.m.") == at(12, 30) + " -");
  CHECK(time(" 오전 12시") == at(0) + " -");
  CHECK(time(" 오후 12시") == at(12) + " -");
}

TEST_CASE("a zone is an offset, a known name, or a place, whose offset is unknown") {
  CHECK(time(" 10:00 +09:00") == at(10) + " 32400");
  CHECK(time(" 10:00 -4") == at(10) + " -14400");
  CHECK(time(" 10:00+0530") == at(10) + " 19800");
  CHECK(time(" 10:00 kst") == at(10) + " 32400");
  CHECK(time(" 10:00 gmt+0900 (korean standard time)") == at(10) + " 32400");
  CHECK(time(" 10:00+09:00[asia/seoul]") == at(10) + " 32400");
  CHECK(time(" 10:00 america/new_york") == at(10) + " -");
  CHECK(time(" kst") == "- 32400");
}

TEST_CASE("anything else is no time of day") {
  for (auto const* text :
       {" 25:00", " 10:60", " 10:00:61", " 10", " 100", " 10:5", " 10:00 +1900", " 10:00 +123",
        " 10:00 nowhere", " 10:00 (korea", " later", " 오후", " 10:00 am x", " 1234567"}) {
    INFO(text);
    CHECK(time(text) == "none");
  }
}

TEST_CASE("a scanner takes only what it is asked for") {
  Scanner in("12ab/cd (x) 2024:00 y");
  CHECK_FALSE(in.take("2"));
  CHECK_FALSE(in.number(1, 1));
  CHECK(in.number(1, 2) == 12U);
  CHECK(in.peek_word() == "ab");
  CHECK(in.place());
  CHECK_FALSE(in.place());
  in.skip(" ");
  CHECK_FALSE(in.in_brackets('[', ']'));
  CHECK(in.in_brackets('(', ')') == std::string_view("x"));
  in.skip(" ");
  CHECK_FALSE(in.at_year()); // a time follows
  CHECK(in.figures() == "2024");
  CHECK(in.take_one_of(".:") == ":");
  CHECK(in.take_one_of("x").empty());
  CHECK_FALSE(in.at_end());
  CHECK(Scanner("2024").at_year());
  CHECK_FALSE(Scanner("20240").at_year());
}
