// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/permalink_pattern.hpp"

#include "indexer/site/hugo.hpp"
#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

TEST_CASE("placeholders are filled in, and an empty one leaves no double slash") {
  SitePage const page{.path = "a b"};
  CHECK(filled_pattern("/:section/:filename/", page, hugo_placeholders()) == "/a-b/");
  CHECK(filled_pattern("/a:b/:filename", page, hugo_placeholders()) == "/a:b/a-b");
}

TEST_CASE("the first unknown placeholder is named, with its brackets") {
  CHECK_FALSE(unknown_placeholder("/:year/:slug/", hugo_placeholders()));
  CHECK(unknown_placeholder("/:year/:monthname/:x", hugo_placeholders()) == ":monthname");
  CHECK(unknown_placeholder("/:sections[1:]/", hugo_placeholders()) == ":sections[1:]");
}
