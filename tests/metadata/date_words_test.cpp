// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/date_words.hpp"

#include "tests/catch.hpp"

#include <string_view>
#include <utility>

using namespace recap::metadata;

TEST_CASE("a month is found by its name in any language, or by three letters of it") {
  using Month = std::pair<std::string_view, unsigned>;
  for (auto const& [word, month] : {Month{"january", 1},
                                    {"jan", 1},
                                    {"sept", 9},
                                    {"mar", 3},
                                    {"marz", 3},
                                    {"mai", 5},
                                    {"mei", 5},
                                    {"maj", 5},
                                    {"juin", 6},
                                    {"juil", 7},
                                    {"aout", 8},
                                    {"okt", 10},
                                    {"dez", 12},
                                    {"enero", 1},
                                    {"luglio", 7},
                                    {"out", 10},
                                    {"stycznia", 1},
                                    {"lis", 11}}) {
    INFO(word);
    CHECK(month_named(word) == month);
  }
  for (auto const* word : {"", "ma", "jui", "januaryx", "of", "mon", "xyz"}) {
    INFO(word);
    CHECK(month_named(word) == 0);
  }
}

TEST_CASE("a weekday is abbreviated only where it is no month") {
  for (auto const* word : {"sunday", "sun", "wednes", "mo", "so", "mardi", "sroda", "senin"}) {
    INFO(word);
    CHECK(is_weekday(word));
  }
  for (auto const* word : {"", "su", "mar", "mard", "may", "sundays"}) {
    INFO(word);
    CHECK_FALSE(is_weekday(word));
  }
}

TEST_CASE("particles and endings of ordinals are whole words") {
  CHECK(is_date_particle("of"));
  CHECK(is_date_particle("den"));
  CHECK_FALSE(is_date_particle("o"));
  CHECK_FALSE(is_date_particle(""));
  CHECK(is_ordinal_ending("th"));
  CHECK(is_ordinal_ending("er"));
  CHECK_FALSE(is_ordinal_ending("t"));
  CHECK_FALSE(is_ordinal_ending(""));
}
