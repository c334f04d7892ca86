// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/one_line.hpp"

#include "tests/catch.hpp"

#include <string>

using recap::text::one_line;

TEST_CASE("white space and control characters become one space, and none at the ends") {
  CHECK(one_line(" a \t\n b ") == "a b");
  CHECK(one_line(std::string("a\0\x1b[31m\x7f z", 10)) == "a [31m z");
  CHECK(one_line(" \n ").empty());
}

TEST_CASE("characters of several bytes stay as they are") {
  CHECK(one_line("인턴십\u00a0후기") == "인턴십\u00a0후기");
}
