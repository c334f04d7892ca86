// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/writer.hpp"

#include "tests/catch.hpp"
#include "tests/index/segment/model.hpp"

#include <stdexcept>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::index;
using namespace recap::index::tests;

namespace {

using Offsets = std::vector<std::uint32_t>;

/// A token for each position, at ten times its place.
std::vector<text::Token> tokens(std::vector<std::uint32_t> const& positions) {
  std::vector<text::Token> made;
  for (std::uint32_t place = 0; place < positions.size(); ++place) {
    text::Token token;
    token.position = positions[place];
    token.begin = 10 * place;
    made.push_back(token);
  }
  return made;
}

} // namespace

TEST_CASE("every sixteenth position has the byte at which it begins") {
  std::vector<std::uint32_t> positions;
  for (std::uint32_t position = 5; position < 40; ++position)
    positions.push_back(position);
  CHECK(place_offsets(tokens(positions), 5) == Offsets{0, 160, 320});
  CHECK(place_offsets({}, 5).empty());
}

TEST_CASE("a place that no token begins at is that of the next one") {
  CHECK(place_offsets(tokens({7, 30}), 5) == Offsets{0, 10});         // 5 and 21
  CHECK(place_offsets(tokens({5, 60}), 5) == Offsets{0, 10, 10, 10}); // 21, 37 and 53
  CHECK(place_offsets(tokens({5, 5, 21, 21}), 5) == Offsets{0, 20});
  CHECK(place_offsets(tokens({5, 20}), 5) == Offsets{0});
}

TEST_CASE("an article out of order, or without places for its sections, is refused") {
  SegmentWriter writer;
  Record record;
  record.id = "a";
  auto const add = [&](std::uint32_t docid, std::size_t places) {
    std::vector<SectionPlaces> const sections(places);
    writer.add({.docid = docid, .record = &record, .sections = sections});
  };
  add(5, 0);
  CHECK_THROWS_AS(add(5, 0), std::invalid_argument);
  CHECK_THROWS_AS(add(4, 0), std::invalid_argument);
  CHECK_THROWS_AS(add(6, 1), std::invalid_argument);
  record.sections.emplace_back().text = "four";
  CHECK(writer.text_bytes() == 0);
  add(6, 1);
  CHECK(writer.text_bytes() == 4);
}

TEST_CASE("a writer that has finished is empty, and may have no articles at all") {
  TemporaryFolder const folder;
  SegmentWriter writer;
  Files const first(folder.path(), "1");
  add(writer, random_model(3, 1).front());
  writer.finish(first.words, first.articles);
  CHECK(Opened(first).words.articles() == 1);
  Files const second(folder.path(), "2");
  writer.finish(second.words, second.articles);
  CHECK(writer.text_bytes() == 0);
  CHECK(Opened(second).words.articles() == 0);
  CHECK(Opened(second).words.terms() == 0);
  CHECK(Opened(second).articles.articles() == 0);
}
