// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/levers.hpp"
#include "searchd/search/query/pins.hpp"
#include "searchd/search/query/stop_word_list.hpp"
#include "searchd/search/query/synonyms.hpp"
#include "tests/catch.hpp"

using namespace recap::search;

TEST_CASE("levers are empty and have no version until an editor sets them") {
  Levers const levers;
  CHECK(levers.synonyms->size() == 0);
  CHECK(levers.pins->size() == 0);
  CHECK(levers.stop_words->has("the"));
  CHECK(levers.version().empty());
}

TEST_CASE("the version of levers names each lever that has one") {
  Levers levers;
  levers.synonyms = std::make_shared<Synonyms const>(std::vector<SynonymRule>(), "a1");
  CHECK(levers.version() == "-a1");
  levers.pins = std::make_shared<Pins const>(std::vector<PinRule>(), "b2");
  CHECK(levers.version() == "-a1-b2");
}
