// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/attribute_list.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

TEST_CASE("an attribute list is read in the notations of its generators") {
  auto const id = [](std::string_view text) {
    auto const list = attribute_list_at(text);
    return list ? list->id + ' ' + std::to_string(list->bytes) : "none";
  };
  CHECK(id("{#a}") == "a 4");
  CHECK(id("{#a .b key=\"v }\"} x") == "a 17");
  CHECK(id("{: #a }") == "a 7");
  CHECK(id("{id=\"a\"}") == "a 8");
  CHECK(id("{/* #a */}") == "a 10");
  CHECK(id("{-}") == " 3");
  CHECK(id("{.b}") == " 4");
  CHECK(id("{name}") == "none");
  CHECK(id("{") == "none");
}

TEST_CASE("the attribute list of a heading becomes an anchor with its id") {
  CHECK(with_place_for_id("## A {#own}").find("own") != std::string::npos);
  CHECK(with_place_for_id("## A {#own}").find("{#own}") == std::string::npos);
  CHECK(with_place_for_id("## A {name}") == "## A {name}");
}
