// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/suggest/existence_check.hpp"

#include "tests/catch.hpp"
#include "tests/search/small_reader.hpp"

#include <string>
#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

tests::SmallReader made() {
  return tests::SmallReader({R"({"id":"a","title":"A","text":"redis docker of the sea"})",
                             R"({"id":"b","title":"B","text":"compass"})"});
}

} // namespace

TEST_CASE("a query finds something if one article has all of it, as typed") {
  auto index = made();
  ExistenceCheck const existence(index.reader(), {});
  CHECK(existence.finds("redis docker"));
  CHECK_FALSE(existence.finds("redis compass"));
  CHECK_FALSE(existence.finds("dock"));   // no completion
  CHECK_FALSE(existence.finds("dokcer")); // no correction
  CHECK_FALSE(existence.finds("redis -docker"));
  CHECK(existence.finds("the compass")); // stop words need not be there
  CHECK_FALSE(existence.finds("the zoo"));
}

TEST_CASE("a query that would be refused finds nothing") {
  auto index = made();
  ExistenceCheck const existence(index.reader(), {.terms = 2});
  CHECK(existence.finds("redis docker"));
  CHECK_FALSE(existence.finds("redis docker sea"));
  CHECK_FALSE(existence.finds("redis NEAR"));
  CHECK_FALSE(existence.finds("!?"));
  CHECK_FALSE(existence.finds(""));
}

TEST_CASE("a text is words if no part of it is an operator, up to the limit") {
  auto index = made();
  ExistenceCheck const existence(index.reader(), {.terms = 2});
  CHECK(existence.is_words("redis zoo"));
  CHECK_FALSE(existence.is_words("redis docker sea"));
  CHECK_FALSE(existence.is_words("redis -zoo"));
  CHECK_FALSE(existence.is_words("title:zoo"));
  CHECK_FALSE(existence.is_words("(redis"));
}

TEST_CASE("a beginning is hopeless if its words are in no article together") {
  auto index = made();
  ExistenceCheck const existence(index.reader(), {});
  CHECK(existence.is_hopeless("redis compass "));
  CHECK_FALSE(existence.is_hopeless("redis docker "));
  CHECK_FALSE(existence.is_hopeless("of these ")); // stop words need not be there
  CHECK_FALSE(existence.is_hopeless("-zoo "));     // an operator may still find something
}
