// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/list_encoder.hpp"

#include "tests/catch.hpp"

#include <cstdint>
#include <vector>

using namespace recap::index;

namespace {

using Positions = std::vector<std::uint32_t>;

/// Fills an encoder with `count` postings of every second article.
void fill(ListEncoder& encoder, std::uint32_t count, Positions const& positions) {
  for (std::uint32_t i = 0; i < count; ++i)
    encoder.add({.article = 2 * i, .impact = i % 5}, positions);
  encoder.finish();
}

} // namespace

TEST_CASE("a list counts its postings, those without an impact, and its largest impact") {
  ListEncoder encoder;
  fill(encoder, 12, {});
  CHECK(encoder.postings() == 12);
  CHECK(encoder.zeros() == 3);
  CHECK(encoder.largest_impact() == 4);
  CHECK(encoder.last_article() == 22);
}

TEST_CASE("only a list of several blocks has a table, with an entry for each") {
  constexpr std::size_t entry_bytes = 12;
  for (auto const& [count, blocks] : {std::pair(2U, 0U), std::pair(128U, 0U), std::pair(129U, 2U),
                                      std::pair(256U, 2U), std::pair(257U, 3U)}) {
    INFO(count);
    ListEncoder encoder;
    fill(encoder, count, {1});
    CHECK(encoder.table().size() == blocks * entry_bytes);
    CHECK_FALSE(encoder.posting_bytes().empty());
    CHECK_FALSE(encoder.position_bytes().empty());
  }
}

TEST_CASE("a list without positions has no bytes for them, however many blocks it has") {
  ListEncoder encoder;
  fill(encoder, 300, {});
  CHECK(encoder.position_bytes().empty());
  auto const table = encoder.table();
  for (std::size_t entry = 0; entry < table.size() / 12; ++entry)
    CHECK(table.substr(entry * 12 + 8, 4) == std::string_view("\0\0\0\0", 4));
}

TEST_CASE("a single posting has its positions as varints, and nothing else") {
  ListEncoder encoder;
  encoder.add({.article = 0xfffffffe, .impact = 7}, Positions{3, 4, 300});
  encoder.finish();
  CHECK(encoder.postings() == 1);
  CHECK(encoder.last_article() == 0xfffffffe);
  CHECK(encoder.posting_bytes().empty());
  CHECK(encoder.table().empty());
  CHECK(encoder.position_bytes() == "\x03" + std::string(1, '\0') + "\xA7\x02");
}

TEST_CASE("an encoder that was cleared writes the next list like a fresh one") {
  ListEncoder used;
  fill(used, 300, {1, 2});
  used.clear();
  CHECK(used.postings() == 0);
  CHECK(used.zeros() == 0);
  fill(used, 200, {5});
  ListEncoder fresh;
  fill(fresh, 200, {5});
  CHECK(used.table() == fresh.table());
  CHECK(used.posting_bytes() == fresh.posting_bytes());
  CHECK(used.position_bytes() == fresh.position_bytes());
  CHECK(used.largest_impact() == fresh.largest_impact());
}
