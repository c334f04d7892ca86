// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/positions.hpp"

#include "index/error.hpp"
#include "tests/catch.hpp"

#include <map>
#include <random>

using namespace recap::index;

namespace {

using List = std::vector<std::uint32_t>;
using PositionsByTerm = std::map<std::string, List>;

std::string encoded(PositionsByTerm const& places, FieldEnds const& ends = {}) {
  std::vector<PositionedTerm> terms;
  for (auto const& [term, positions] : places)
    terms.push_back({term, positions});
  return encode_positions(terms, ends);
}

/// As they lie in an article of so many words, of which a few are frequent and most are rare.
PositionsByTerm many_places(std::uint32_t words) {
  std::mt19937 random(words);
  PositionsByTerm places;
  for (std::uint32_t position = 1; position <= words; ++position) {
    auto const rank = words / (1 + random() % words);
    places["w" + std::to_string(rank) + '-' + std::to_string(random() % rank)].push_back(position);
  }
  return places;
}

} // namespace

TEST_CASE("index: every term of an article has its positions, others have none") {
  for (std::uint32_t const words : {1U, 2U, 40U, 2000U, 300'000U}) {
    PositionsByTerm const places = many_places(words);
    auto const bytes = encoded(places);
    Positions const positions(bytes);
    std::size_t wrong = 0;
    for (auto const& [term, list] : places)
      wrong += positions.of(term) == list ? 0 : 1;
    CHECK(wrong == 0);
    std::size_t mistaken = 0;
    for (int i = 0; i < 1000; ++i)
      mistaken += positions.of("absent" + std::to_string(i)).empty() ? 0 : 1;
    CHECK(mistaken <= 2);
  }
}

TEST_CASE("index: positions far apart and side by side come back") {
  PositionsByTerm const places{
      {"a", {1}}, {"b", {0xFFFFFFFF}}, {"c", {1, 2, 3, 4, 5, 4'000'000'000}}, {"d", List(1, 2)}};
  auto const bytes = encoded(places);
  Positions const positions(bytes);
  for (auto const& [term, list] : places)
    CHECK(positions.of(term) == list);
}

TEST_CASE("index: a stem has the positions of all its forms") {
  auto const bytes = encoded({{"run", {3, 9}}, {"runs", {5}}, {"Zrun", {5}}, {"kernel", {4}}});
  Positions const positions(bytes);
  CHECK(positions.of("Zrun") == List{3, 5, 9});
  CHECK(positions.of("Zkernel") == List{4});
  CHECK(positions.of("run") == List{3, 9});
}

TEST_CASE("index: words of a field are those at its positions") {
  auto const bytes = encoded({{"kim", {1, 5, 9, 30}}, {"Zwork", {2}}}, {4, 8, 12, 12});
  Positions const positions(bytes);
  CHECK(positions.of("Skim") == List{1});
  CHECK(positions.of("Akim") == List{5});
  CHECK(positions.of("Kkim") == List{9});
  CHECK(positions.of("ZSwork") == List{2});
  CHECK(positions.of("ZKwork").empty());
  CHECK(positions.of("Y2022").empty());
  CHECK(positions.of("Bki").empty());
  CHECK(positions.of("").empty());
}

TEST_CASE("index: an article without positions has none") {
  CHECK(Positions("").of("a").empty());
  CHECK(Positions(encoded({})).of("a").empty());
}

TEST_CASE("index: damaged positions are refused or wrong, never more") {
  PositionsByTerm const places = many_places(200);
  auto const whole = encoded(places);
  for (std::size_t at = 0; at < whole.size() * 8; ++at) {
    std::string bytes = whole;
    bytes[at / 8] = static_cast<char>(bytes[at / 8] ^ (1 << (at % 8)));
    for (auto const& [term, list] : places) {
      try {
        static_cast<void>(Positions(bytes).of(term));
      } catch (Error const& error) {
        CHECK(error.code() == ErrorCode::damaged);
      }
    }
  }
  CHECK_THROWS_AS(Positions(whole.substr(0, whole.size() - 1)), Error);
  CHECK_THROWS_AS(Positions("\xFF"), Error);
}
