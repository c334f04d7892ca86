// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/sections.hpp"

#include "index/fields.hpp"
#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

std::vector<std::string> const articles{
    R"({"id":"a","title":"titleword","author":["Koo"],"topics":["redis"],"year":2024,"season":"summer","summary":"summaryword","markdown":"before\n\n## headone\n\nfirst\n\n## headtwo\n\nsecond"})"};

} // namespace

TEST_CASE("a position is in a heading or in the text of its section, or outside all sections") {
  tests::SmallReader index(articles);
  auto const id = index.document("a");
  auto const record = index.reader().record(id);
  Sections sections(index.reader(), id, record);
  auto const place = [&](std::string const& word) {
    auto const positions = index.reader().positions(id, index::word_term({}, word));
    REQUIRE(positions.size() == 1);
    return sections.of(positions[0]);
  };
  CHECK_FALSE(place("titleword"));
  CHECK_FALSE(place("summaryword"));
  CHECK_FALSE(sections.of(0));
  CHECK_FALSE(sections.of(record.sections.back().end_position));
  CHECK(sections.of(record.sections.back().end_position - 1));
  std::size_t number = 0;
  for (auto const* word : {"before", "headone", "headtwo"})
    CHECK(place(word).value().section == number++);
  CHECK_FALSE(place("before")->in_heading);
  CHECK(place("headone")->in_heading);
  CHECK_FALSE(place("first")->in_heading);
  CHECK(place("second").value().section == 2);
}

TEST_CASE("the texts of a section are its own, those outside have no year") {
  tests::SmallReader index(articles);
  auto const record = index.reader().record(index.document("a"));
  CHECK(texts_of(record, 1) == std::vector<std::string_view>{"headone", "first"});
  auto const outside = texts_of(record, std::nullopt);
  std::string joined;
  for (auto const text : outside)
    joined.append(text).append("|");
  for (auto const* text : {"titleword|", "Koo|", "redis|", "summer", "summaryword|"}) {
    CAPTURE(text);
    CHECK(joined.find(text) != std::string::npos);
  }
  CHECK(joined.find("2024") == std::string::npos);
  CHECK(joined.find("first") == std::string::npos);
}
