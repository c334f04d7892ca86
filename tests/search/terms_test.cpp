// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/terms.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::search;

TEST_CASE("a word that is its own stem is told from an inflected one") {
  text::Analyser analyser;
  CHECK(is_own_stem(analyser, "run"));
  CHECK_FALSE(is_own_stem(analyser, "running"));
  CHECK(is_own_stem(analyser, "c++"));
  CHECK(is_own_stem(analyser, "인턴십"));
  CHECK_FALSE(is_own_stem(analyser, "인턴십을"));
}
