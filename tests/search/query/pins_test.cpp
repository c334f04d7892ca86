// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/pins.hpp"
#include "tests/catch.hpp"

using namespace recap::search;

namespace {

std::string fault(PinRule rule) {
  rule.line = 7;
  try {
    Pins const pins({rule});
    return {};
  } catch (BadRule const& error) {
    CHECK(error.line() == 7);
    return error.what();
  }
}

} // namespace

TEST_CASE("a query has its pins in any case, width and spacing, and no part of it has") {
  Pins const pins({{.queries = {"Summer  Internship", "인턴십"}, .pinned = {{.id = "a"}}}});
  CHECK(pins.size() == 2);
  for (auto const* const q :
       {"summer internship", " SUMMER\tinternship ", "ｓｕｍｍｅｒ internship", "인턴십"})
    CHECK(pins.find(q) != nullptr);
  for (auto const* const q : {"summer", "summer internships", "", "internship summer"})
    CHECK(pins.find(q) == nullptr);
}

TEST_CASE("an empty or contradictory rule of pins is refused, with the reason") {
  CHECK(fault({.pinned = {{.id = "a"}}}) == "the rule has no query");
  CHECK(fault({.queries = {" "}, .pinned = {{.id = "a"}}}) == "a query is empty");
  CHECK(fault({.queries = {"q"}}) ==
        "the rule pins and hides nothing; write pinned or hidden, or take it out");
  CHECK(fault({.queries = {"q"}, .pinned = {{.id = ""}}}) == "an id is empty");
  CHECK(fault({.queries = {"q"}, .pinned = {{.id = "a"}}, .hidden = {"a"}}) ==
        "\"a\" is named twice; name it once");
  CHECK(fault({.queries = {"q"}, .pinned = {{.id = "a", .place = 2}, {.id = "b", .place = 2}}}) ==
        "two articles are pinned to place 2");
  CHECK(fault({.queries = {"q"}, .pinned = {{.id = "a", .place = 101}}}) ==
        "place is a number from 1 to 100");
  CHECK(fault({.queries = {"q", "Q"}, .pinned = {{.id = "a"}}}) ==
        "the query \"q\" has a rule already, in line 7; write both as one");
  PinRule many{.queries = {"q"}};
  for (std::size_t i = 0; i <= most_pinned; ++i)
    many.pinned.push_back({.id = std::to_string(i)});
  CHECK(fault(many) == "pins more than 20 articles; leave the last out");
}

TEST_CASE("each article named is listed once, with its line") {
  Pins const pins({{.queries = {"q"}, .pinned = {{.id = "a"}}, .hidden = {"b"}, .line = 3},
                   {.queries = {"r"}, .pinned = {{.id = "b"}}, .line = 9}});
  REQUIRE(pins.named().size() == 2);
  CHECK(pins.named()[1].id == "b");
  CHECK(pins.named()[1].line == 3);
}
