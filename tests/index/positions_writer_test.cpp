// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/positions.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using namespace recap::index;

namespace {

/// Terms with up to four positions each, which must outlive what is made of them.
struct Article {
  explicit Article(std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) {
      names.push_back("term" + std::to_string(i));
      auto& list = lists.emplace_back();
      for (std::uint32_t more = 0; more <= i % 4; ++more)
        list.push_back(1 + i + more * count);
    }
  }
  [[nodiscard]] std::vector<PositionedTerm> terms() const {
    std::vector<PositionedTerm> all;
    for (std::size_t i = 0; i < names.size(); ++i)
      all.push_back({names[i], lists[i]});
    return all;
  }
  std::vector<std::string> names;
  std::vector<std::vector<std::uint32_t>> lists;
};

} // namespace

TEST_CASE("the positions of an article are the same bytes in whatever order its terms come") {
  Article const article(500);
  auto terms = article.terms();
  auto const bytes = encode_positions(terms, {3, 5, 7, 9});
  std::ranges::reverse(terms);
  CHECK(encode_positions(terms, {3, 5, 7, 9}) == bytes);
  CHECK(encode_positions(terms, {3, 5, 7, 10}) != bytes);
}

TEST_CASE("a position takes less than four bytes with its share of the term") {
  Article const article(2000);
  std::size_t positions = 0;
  for (auto const& list : article.lists)
    positions += list.size();
  CHECK(encode_positions(article.terms(), {}).size() < positions * 4);
  CHECK(encode_positions({}, {}).size() < 20);
}

TEST_CASE("no two terms of a large article are taken for each other") {
  Article const article(20'000); // so many that some share a hash under the first seed
  auto const bytes = encode_positions(article.terms(), {});
  Positions const read(bytes);
  for (std::size_t i = 0; i < article.names.size(); ++i)
    REQUIRE(read.of(article.names[i]) == article.lists[i]);
}
