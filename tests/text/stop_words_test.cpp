// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/stop_words.hpp"

#include "tests/catch.hpp"

using recap::text::is_stop_word;

TEST_CASE("stop words are known in any case of ASCII, Korean ones without a particle") {
  CHECK(is_stop_word("between"));
  CHECK(is_stop_word("Between"));
  CHECK(is_stop_word("dont"));
  CHECK_FALSE(is_stop_word("shell"));
  CHECK(is_stop_word("어떻게"));
  CHECK_FALSE(is_stop_word("monitoring"));
  CHECK_FALSE(is_stop_word("인턴십"));
  CHECK_FALSE(is_stop_word(""));
}
