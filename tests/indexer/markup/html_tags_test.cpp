// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/html_tags.hpp"

#include "tests/catch.hpp"

using namespace recap;
using namespace recap::indexer;

TEST_CASE("tags end lines, separate words, or are left out") {
  CHECK(breaks_line(GUMBO_TAG_LI));
  CHECK(breaks_line(GUMBO_TAG_P));
  CHECK_FALSE(breaks_line(GUMBO_TAG_EM));
  CHECK(sets_apart(GUMBO_TAG_TD));
  CHECK(sets_apart(GUMBO_TAG_BR));
  CHECK(is_left_out(GUMBO_TAG_NAV));
  CHECK_FALSE(is_left_out(GUMBO_TAG_ARTICLE));
  CHECK(heading_level(GUMBO_TAG_H3) == 3);
  CHECK(heading_level(GUMBO_TAG_P) == 0);
}

TEST_CASE("roles beside the article are left out") {
  CHECK(is_role_left_out("navigation"));
  CHECK_FALSE(is_role_left_out("main"));
}
