// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/problem.hpp"

#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

using namespace recap::api;

TEST_CASE("a problem has status, reason, parameter and position") {
  auto const response =
      to_response({.status = 400, .detail = "why", .parameter = "q", .position = 3});
  auto const json = nlohmann::json::parse(response.body);
  CHECK(response.content_type == "application/problem+json");
  CHECK(json["status"] == 400);
  CHECK(json["type"] == "urn:recap:problem:bad-request");
  CHECK(json["parameter"] == "q");
  CHECK(json["position"] == 3);
  CHECK_FALSE(json.contains("code"));
}

TEST_CASE("a problem names a mistake in a query") {
  auto const response = to_response(
      {.status = 400, .detail = "why", .parameter = "q", .position = 3, .code = "value-missing"});
  CHECK(nlohmann::json::parse(response.body)["code"] == "value-missing");
}

TEST_CASE("a detail that is not UTF-8 does not break the answer") {
  auto const response = to_response({.status = 499, .detail = "\xff"});
  CHECK(nlohmann::json::accept(response.body));
  CHECK(response.status == 499);
}
