// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/long_query.hpp"
#include "tests/catch.hpp"

using recap::web::beginning;
using recap::web::without_operators;

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
