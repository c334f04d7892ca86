// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/stretch.hpp"

#include "index/segment/writer.hpp"
#include "tests/catch.hpp"

#include <vector>

using namespace recap::index;

namespace {

// A text of 400 bytes, which begins at position 5.
std::vector<std::uint32_t> const kept{0, 100, 200, 300};
constexpr TextExtent text{.bytes = 400, .first_position = 5};

Stretch around(std::uint32_t word, std::size_t before, std::size_t after) {
  return stretch_around(kept, text,
                        {.position = text.first_position + word, .before = before, .after = after});
}

} // namespace

TEST_CASE("a stretch begins at a kept place, far enough before the word") {
  auto const near = around(2 * positions_per_place + 3, 50, 20);
  CHECK(near.begin == 100);
  CHECK(near.first_position == text.first_position + positions_per_place);
  CHECK(around(2 * positions_per_place, 0, 20).begin == 200);
  CHECK(around(2 * positions_per_place, 500, 20).begin == 0);
}

TEST_CASE("a stretch ends as far after the next kept place as requested, or with the text") {
  CHECK(around(positions_per_place, 0, 20).end == 220);
  CHECK(around(positions_per_place, 0, 500).end == text.bytes);
  CHECK(around(3 * positions_per_place, 0, 1).end == text.bytes);
}

TEST_CASE("a position outside a text is at its nearer end, and an empty text is whole") {
  CHECK(stretch_around(kept, text, {.position = 0, .before = 0, .after = 10}).begin == 0);
  CHECK(around(1'000'000, 0, 0).begin == 300);
  auto const empty = stretch_around({}, {.bytes = 7, .first_position = 5}, {.position = 9});
  CHECK(empty.begin == 0);
  CHECK(empty.end == 7);
  CHECK(empty.first_position == 5);
}
