// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/ranked_list.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <numeric>
#include <random>

using namespace recap::index;

namespace {

std::vector<std::size_t> best_of(std::vector<std::uint32_t> const& weights, std::size_t first,
                                 std::size_t last) {
  auto const maxima = RankedList::maxima_of(weights);
  REQUIRE(maxima.size() == RankedList::maxima_size(weights.size()));
  RankedList const list(weights, maxima);
  RankedList::Best best(list, first, last);
  std::vector<std::size_t> found;
  while (auto const entry = best.next())
    found.push_back(*entry);
  return found;
}

} // namespace

TEST_CASE("the heaviest entries of a range come first, equal ones in their order") {
  CHECK(best_of({3, 9, 1, 9, 7}, 0, 5) == std::vector<std::size_t>{1, 3, 4, 0, 2});
  CHECK(best_of({3, 9, 1, 9, 7}, 2, 4) == std::vector<std::size_t>{3, 2});
}

TEST_CASE("an empty range has no entries") {
  CHECK(best_of({}, 0, 0).empty());
  CHECK(best_of({1, 2, 3}, 2, 2).empty());
  CHECK(best_of({1, 2, 3}, 3, 9).empty());
  CHECK(best_of({1, 2, 3}, 2, 1).empty());
}

TEST_CASE("every range of lists of every size is in order") {
  std::mt19937 random(7);
  for (std::size_t const size : {1U, 2U, 15U, 16U, 17U, 255U, 256U, 257U, 4097U}) {
    std::vector<std::uint32_t> weights(size);
    for (auto& weight : weights)
      weight = static_cast<std::uint32_t>(random() % 50);
    for (int i = 0; i < 40; ++i) {
      std::size_t const first = random() % size;
      std::size_t const last = first + random() % (size - first + 1);
      std::vector<std::size_t> expected(last - first);
      std::iota(expected.begin(), expected.end(), first);
      std::ranges::stable_sort(expected, std::greater(), [&](auto at) { return weights[at]; });
      INFO(size << ' ' << first << ' ' << last);
      CHECK(best_of(weights, first, last) == expected);
    }
  }
}
