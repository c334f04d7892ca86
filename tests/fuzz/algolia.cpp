// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/api.hpp"
#include "tests/fuzz/index_under_test.hpp"
#include "tests/fuzz/target.hpp"

#include <nlohmann/json.hpp>

#include <array>

/// The first byte chooses the route.
void recap::fuzz::read(std::string_view bytes) {
  static api::Authors const authors;
  static api::Api const api(engine(), authors, {}, nullptr);
  static constexpr std::array<char const*, 5> routes{
      "/1/indexes/*/queries", "/1/indexes/recap/query", "/1/indexes/recap_sections/query",
      "/1/indexes/*/recommendations", "/1/indexes/recap/facets/topics/query"};
  if (bytes.empty()) return;
  api::Request request;
  request.method = "POST";
  request.path = routes[static_cast<unsigned char>(bytes.front()) % routes.size()];
  request.body = bytes.substr(1);
  auto const response = api.answer(request);
  require(response.status == 200 || response.status == 400 || response.status == 404,
          "a body is answered or refused");
  require(nlohmann::json::accept(response.body), "an answer is JSON");
}
