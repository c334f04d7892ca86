// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/terms/article_terms.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <optional>

using namespace recap;
using namespace recap::indexer;

namespace {

using Positions = std::vector<std::uint32_t>;

index::Record story() {
  index::Record record;
  record.title = "sea moon";
  record.author = {"Ann Lee"};
  record.topics = {"tide"};
  record.date = "2022-07-08";
  for (auto const* const text : {"sea of glass", "moon and sea"}) {
    auto& section = record.sections.emplace_back();
    section.text = text;
  }
  record.sections[1].heading = "far moon";
  return record;
}

/// The positions of a term; nullopt if the article does not have it.
std::optional<Positions> positions_of(ArticleTerms const& built, std::string_view term) {
  auto const found = std::ranges::find(built.terms, term, &index::ArticleTerm::term);
  if (found == built.terms.end()) return std::nullopt;
  return Positions(found->positions.begin(), found->positions.end());
}

} // namespace

TEST_CASE("no phrase matches across fields or sections, because positions between are unused") {
  auto record = story();
  TermBuilder builder({});
  auto const& built = builder.build(record);
  constexpr std::uint32_t least_gap = 16;
  auto const sea = positions_of(built, "sea");
  REQUIRE(sea);
  REQUIRE(sea->size() == 3);
  CHECK((*sea)[0] == 1);
  CHECK((*sea)[1] > positions_of(built, "tide")->front() + least_gap);
  CHECK((*sea)[1] == record.sections[0].first_position);
  CHECK(record.sections[1].first_position >= record.sections[0].end_position + least_gap);
  CHECK(built.ends[0] <= positions_of(built, "ann")->front());
}

TEST_CASE("a word of a field has its positions within the ends of that field") {
  auto record = story();
  TermBuilder builder({});
  auto const& built = builder.build(record);
  auto const lee = positions_of(built, "lee");
  REQUIRE(lee);
  CHECK(lee->front() >= built.ends[0]);
  CHECK(lee->front() < built.ends[1]);
  CHECK(positions_of(built, "Alee") == Positions{});
  CHECK_FALSE(positions_of(built, "Slee"));
  CHECK(std::ranges::is_sorted(built.ends));
}

TEST_CASE("a section knows how many of its positions are those of its heading") {
  auto record = story();
  TermBuilder builder({});
  auto const& built = builder.build(record);
  REQUIRE(built.sections.size() == 2);
  CHECK(built.sections[0].heading_words == 0);
  CHECK(built.sections[1].heading_words == 2);
  auto const moon = positions_of(built, "moon");
  REQUIRE(moon);
  CHECK(moon->back() == record.sections[1].first_position + 2);
}

TEST_CASE(
    "a day has a term each for year, month and day, and values of equal spelling occur twice") {
  auto record = story();
  auto terms = value_terms(record);
  for (auto const* const term : {"D2022", "D2022-07", "D2022-07-08", "XKtide"})
    CHECK(std::ranges::count(terms, term) == 1);
  record.author = {"Ann Lee", "ANN LEE"};
  terms = value_terms(record);
  CHECK(std::ranges::count(terms, "XAann lee") == 2);
  TermBuilder builder({});
  auto const& built = builder.build(record);
  CHECK(std::ranges::count(built.terms, "XAann lee", &index::ArticleTerm::term) == 1);
}

TEST_CASE("the words of parts are counted as the terms are, and an empty article has none") {
  auto record = story();
  text::Analyser analyser;
  auto const counted = count_words(analyser, record);
  TermBuilder builder({});
  CHECK(counted == builder.build(record).lengths);
  CHECK(builder.build(record).body_words() == 6);
  index::Record empty;
  auto const& built = builder.build(empty);
  CHECK(built.body_words() == 0);
  CHECK(built.sections.empty());
  CHECK_FALSE(positions_of(built, "sea"));
}
