// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/ranking.hpp"

#include "tests/catch.hpp"

#include <limits>

using namespace recap::index;

namespace {

constexpr FieldLengths average{5, 5, 2, 3, 3, 30, 40, 1000};

PartFrequencies times(Part part, std::uint32_t frequency) {
  PartFrequencies frequencies{};
  frequencies[static_cast<std::size_t>(part)] = frequency;
  return frequencies;
}

FieldLengths with_length(Part part, double words) {
  FieldLengths lengths = average;
  lengths[static_cast<std::size_t>(part)] = words;
  return lengths;
}

Part part_at(std::size_t index) {
  return static_cast<Part>(index);
}

} // namespace

TEST_CASE("more occurrences never have less weight") {
  for (std::size_t part = 0; part < part_count; ++part) {
    std::uint32_t before = 0;
    for (std::uint32_t frequency = 1; frequency < 300; ++frequency) {
      std::uint32_t const now = impact(times(part_at(part), frequency), average, average);
      if (now < before) FAIL("part " << part << ", " << frequency << " times");
      before = now;
    }
    CHECK(impact(times(part_at(part), 2), average, average) >
          impact(times(part_at(part), 1), average, average));
  }
}

TEST_CASE("a longer part never has more weight") {
  for (std::size_t part = 0; part < part_count; ++part) {
    std::uint32_t before = largest_impact;
    for (double words = 1; words < 100'000; words *= 1.5) {
      std::uint32_t const now =
          impact(times(part_at(part), 2), with_length(part_at(part), words), average);
      if (now > before) FAIL("part " << part << ", " << words << " words");
      before = now;
    }
  }
  CHECK(impact(times(Part::body, 2), with_length(Part::body, 500), average) >
        impact(times(Part::body, 2), with_length(Part::body, 2000), average));
}

TEST_CASE("a part without length normalisation ignores its length") {
  CHECK(impact(times(Part::author, 1), with_length(Part::author, 50), average) ==
        impact(times(Part::author, 1), average, average));
}

TEST_CASE("an impact is a number from 1 to the largest one") {
  constexpr auto most = std::numeric_limits<std::uint32_t>::max();
  PartFrequencies everywhere{};
  everywhere.fill(most);
  for (FieldLengths const& lengths :
       {FieldLengths{}, average, FieldLengths{1e9, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9}}) {
    for (FieldLengths const& averages : {FieldLengths{}, average}) {
      CHECK(impact({}, lengths, averages) == 1);
      CHECK(impact(everywhere, lengths, averages) <= largest_impact);
      std::uint32_t const rare = impact(times(Part::body, 1), lengths, averages);
      CHECK(rare >= 1);
      CHECK(rare <= largest_impact);
    }
  }
  CHECK(impact(everywhere, average, average) == largest_impact);
  CHECK(impact(times(Part::body, 1), with_length(Part::body, 1e12), average) == 1);
}

TEST_CASE("a word in the title weighs more than one in the body") {
  std::uint32_t const body = impact(times(Part::body, 1), average, average);
  for (Part const part :
       {Part::title, Part::alias, Part::author, Part::topic, Part::summary, Part::heading}) {
    CHECK(impact(times(part, 1), average, average) > body);
  }
  CHECK(impact(times(Part::title, 1), average, average) >
        impact(times(Part::heading, 1), average, average));
}

TEST_CASE("parts add up before they are saturated") {
  PartFrequencies both = times(Part::title, 1);
  both[static_cast<std::size_t>(Part::body)] = 3;
  std::uint32_t const title = impact(times(Part::title, 1), average, average);
  std::uint32_t const body = impact(times(Part::body, 3), average, average);
  std::uint32_t const sum = impact(both, average, average);
  CHECK(sum > title);
  CHECK(sum > body);
  CHECK(sum < title + body);
}

TEST_CASE("a part without an average counts as of average length") {
  CHECK(impact(times(Part::body, 3), with_length(Part::body, 77), FieldLengths{}) ==
        impact(times(Part::body, 3), average, average));
}

TEST_CASE("a body reaches half of its maximum at k1") {
  PartFrequencies const five = times(Part::body, 5);
  CHECK(impact(five, average, average) ==
        static_cast<std::uint32_t>(5.0 / (5.0 + saturation) / (1 + title_bonus) * largest_impact +
                                   0.5));
}
