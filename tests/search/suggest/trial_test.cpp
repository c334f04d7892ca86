// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/suggest/trial.hpp"

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
  Trial const trial(index.reader(), {});
  CHECK(trial.finds("redis docker"));
  CHECK_FALSE(trial.finds("redis compass"));
  CHECK_FALSE(trial.finds("dock"));   // no completion
  CHECK_FALSE(trial.finds("dokcer")); // no correction
  CHECK_FALSE(trial.finds("redis -docker"));
  CHECK(trial.finds("the compass")); // stop words need not be there
  CHECK_FALSE(trial.finds("the zoo"));
}

TEST_CASE("a query that would be refused finds nothing") {
  auto index = made();
  Trial const trial(index.reader(), {.terms = 2});
  CHECK(trial.finds("redis docker"));
  CHECK_FALSE(trial.finds("redis docker sea"));
  CHECK_FALSE(trial.finds("redis NEAR"));
  CHECK_FALSE(trial.finds("!?"));
  CHECK_FALSE(trial.finds(""));
}

TEST_CASE("a text is words if no part of it is an operator, up to the limit") {
  auto index = made();
  Trial const trial(index.reader(), {.terms = 2});
  CHECK(trial.is_words("redis zoo"));
  CHECK_FALSE(trial.is_words("redis docker sea"));
  CHECK_FALSE(trial.is_words("redis -zoo"));
  CHECK_FALSE(trial.is_words("title:zoo"));
  CHECK_FALSE(trial.is_words("(redis"));
}

TEST_CASE("a beginning is hopeless if its words are in no article together") {
  auto index = made();
  Trial const trial(index.reader(), {});
  CHECK(trial.is_hopeless("redis compass "));
  CHECK_FALSE(trial.is_hopeless("redis docker "));
  CHECK_FALSE(trial.is_hopeless("of these ")); // stop words need not be there
  CHECK_FALSE(trial.is_hopeless("-zoo "));     // an operator may still find something
}
