// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/known_keys.hpp"

#include "tests/catch.hpp"

using namespace recap::metadata;

TEST_CASE("keys of fields, of titles, of texts and of drafts are known") {
  for (auto const* key : {"title", "title_fr", "tags", "markdown", "draft", "noindex", "params"}) {
    INFO(key);
    CHECK(is_known_key(key));
  }
  for (auto const* key : {"", "titles", "Title", "weight", "html_"}) {
    INFO(key);
    CHECK_FALSE(is_known_key(key));
  }
  CHECK(is_body_key("sections"));
  CHECK_FALSE(is_body_key("title"));
}
