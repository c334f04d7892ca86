// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/long_query.hpp"
#include "tests/catch.hpp"

#include <string>
#include <vector>

using recap::api::beginning;
using recap::api::Beginnings;
using recap::api::without_operators;

TEST_CASE("the beginning of a text ends between words") {
  CHECK(beginning("one two  three four", 3, 100) == "one two  three");
  CHECK(beginning(" one two", 9, 100) == " one two");
  CHECK(beginning("one two three", 9, 9) == "one two");
  CHECK(beginning("one two three", 9, 7) == "one two");
  CHECK(beginning("", 9, 9).empty());
}

TEST_CASE("a word that is too long ends between characters") {
  CHECK(beginning("가나다", 9, 7) == "가나");
  CHECK(beginning("abcdef ghi", 9, 4) == "abcd");
}

TEST_CASE("a cut text has no halves of operators") {
  CHECK(without_operators("(see \"this: that") == " see  this  that");
}

TEST_CASE("beginnings shrink by words, then by bytes, and come to an end") {
  Beginnings beginnings(4, 9);
  std::string const whole = "one two three four five";
  std::vector<std::string> seen{beginnings.of(whole)};
  while (beginnings.shorten())
    seen.push_back(beginnings.of(whole));
  CHECK(seen == std::vector<std::string>{"one two", "one two", "one two", "one", "one", "one",
                                         "one", "on", "o"});
}
