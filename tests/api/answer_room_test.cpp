// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/answer_room.hpp"

#include "searchd/search/request.hpp"
#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

using namespace recap::api;
using recap::search::BadRequest;

TEST_CASE("an answer has a limited number of bytes, and an excess says what to reduce") {
  AnswerRoom room("ask for fewer hits", 10);
  CHECK_NOTHROW(room.take(4));
  CHECK_NOTHROW(room.check(6));
  CHECK_NOTHROW(room.take({{"a", "xx"}, {"b", {"xx", {{"c", "xx"}}, 7, nullptr}}}));
  CHECK_THROWS_WITH(
      room.take(1),
      Catch::Equals("the response would have more than 10 bytes; ask for fewer hits"));
  CHECK_NOTHROW(room.take(0));
}
