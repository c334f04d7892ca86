// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/format.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

TEST_CASE("a file's format is that of its ending, in any case") {
  REQUIRE(format_of("a/B.MD") != nullptr);
  CHECK(format_of("a/B.MD") == format_of("c.markdown"));
  CHECK(format_of("a.jsonl") == &json_lines_format());
  CHECK(format_of("md") == nullptr);
  CHECK(format_of("a.png") == nullptr);
}

TEST_CASE("exports are read only if they are named") {
  CHECK(format_of("site.xml")->only_named);
  CHECK(format_of("site.json")->only_named);
  CHECK_FALSE(format_of("a.html")->only_named);
  CHECK(endings_listed(" or ").find(".xhtml") != std::string::npos);
}
