// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/path_expressions.hpp"

#include "tests/catch.hpp"

#include <stdexcept>

using recap::indexer::PathExpressions;

TEST_CASE("an expression is found anywhere in a path") {
  PathExpressions const expressions({"\\.foo\\.md$", "/비밀/", "😀"});
  CHECK(expressions.match("/site/content/a.foo.md"));
  CHECK(expressions.match("/site/비밀/a.md"));
  CHECK(expressions.match("/site/😀.md"));
  CHECK_FALSE(expressions.match("/site/a.foo.mdx"));
  CHECK_FALSE(PathExpressions().match("/site/a.md"));
}

TEST_CASE("an invalid expression is refused by name") {
  CHECK_THROWS_AS(PathExpressions({"a", "("}), std::invalid_argument);
  CHECK_THROWS_WITH(PathExpressions({"(?P<x>a)"}),
                    "\"(?P<x>a)\" is not a valid regular expression");
}

TEST_CASE("an expression that takes too long counts as a match") {
  PathExpressions const expressions({"^(a+)+$"});
  CHECK(expressions.match(std::string(64, 'a') + "b"));
}
