// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/json_reader.hpp"

#include "searchd/api/bounds.hpp"
#include "searchd/search/request.hpp"
#include "tests/catch.hpp"

using namespace recap::api;
using recap::search::BadRequest;

namespace {

/// `before` `times` times, then `after` as often.
std::string nested(std::string const& before, std::string const& after, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i)
    text += before;
  for (std::size_t i = 0; i < times; ++i)
    text += after;
  return text;
}

} // namespace

TEST_CASE("JSON is read down to the deepest level allowed, and no further") {
  CHECK_NOTHROW(read_json(nested("[", "]", deepest_json), "body"));
  CHECK_NOTHROW(read_json(
      nested("{\"a\":", "}", deepest_json - 1).insert(5 * (deepest_json - 1), "{}"), "body"));
  CHECK_THROWS_AS(read_json(nested("[", "]", deepest_json + 1), "body"), BadRequest);
  CHECK_THROWS_WITH(read_json("[[" + nested("{\"a\":[", "]}", deepest_json), "body"),
                    Catch::Contains("body has more than 32 nested lists and objects"));
}

TEST_CASE("a megabyte of open brackets is refused") {
  for (std::string const part : {"[", "{\"a\":", "[{\"\":", "[[],"}) {
    INFO(part);
    CHECK_THROWS_AS(read_json(nested(part, "", 1024 * 1024 / part.size()), "body"), BadRequest);
  }
}

TEST_CASE("brackets in texts and side by side are not nested") {
  std::string const brackets(1000, '[');
  CHECK(read_json("\"\\\"" + brackets + "\"", "body") == "\"" + brackets);
  CHECK(read_json("[\"\\\\\",\"" + brackets + "\"]", "body")[1] == brackets);
  std::string list = "[0";
  for (int i = 0; i < 100'000; ++i)
    list += ",{}";
  CHECK(read_json(list + "]", "body").size() == 100'001);
}

TEST_CASE("invalid JSON is reported by position, without quoting it") {
  CHECK_THROWS_WITH(read_json("{\"a\": secret}", "facets"),
                    Catch::Equals("facets is not JSON: it cannot be read at byte 7"));
  CHECK_THROWS_WITH(read_json("{\"year\":1e999}", "body"),
                    Catch::Equals("body has a number that is too large"));
  for (std::string const text : {"", "]", "[]]", "{\"a\":\"\xff\"}", "\"\\ud800\"", "nan"}) {
    INFO(text);
    CHECK_THROWS_AS(read_json(text, "body"), BadRequest);
  }
}
