// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/word_order.hpp"

#include "tests/catch.hpp"

using namespace recap::search;
using Positions = std::vector<std::uint32_t>;

TEST_CASE("words are side by side where each follows the one before") {
  CHECK(side_by_side({{3, 8, 20}, {4, 9, 22}}) == Positions{3, 8});
  CHECK(side_by_side({{3, 8, 20}, {4, 9, 22}}, 1) == Positions{3});
  CHECK(side_by_side({{1, 2, 3}, {2, 3}, {3}}) == Positions{1});
  CHECK(side_by_side({{5}, {5}}).empty());
  CHECK(side_by_side({{5}, {}}).empty());
}

TEST_CASE("a word is adjacent to itself only if it occurs twice in a row") {
  CHECK(side_by_side({{4, 5}, {4, 5}}) == Positions{4});
  CHECK(side_by_side({{4, 6}, {4, 6}}).empty());
}

TEST_CASE("words are near in any order, up to the requested distance") {
  CHECK(stand_near({{10}, {7}}, 3));
  CHECK_FALSE(stand_near({{10}, {7}}, 2));
  CHECK(stand_near({{1, 100}, {50, 98}, {97}}, 3));
  CHECK_FALSE(stand_near({{1}, {}}, 3));
}

TEST_CASE("a word required twice must occur twice") {
  CHECK_FALSE(stand_near({{10}, {10}}, 5));
  CHECK(stand_near({{10, 12}, {10, 12}}, 5));
}
