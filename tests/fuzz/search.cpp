// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/api.hpp"
#include "searchd/http/target.hpp"
#include "tests/fuzz/index_under_test.hpp"
#include "tests/fuzz/target.hpp"

#include <nlohmann/json.hpp>

/// The part of an address after the slash, as a browser would send it.
void recap::fuzz::read(std::string_view bytes) {
  static api::Authors const authors;
  static api::Api const api(engine(), authors, {}, nullptr);
  auto read = http::parse_target("/v1/" + std::string(bytes));
  auto* const target = std::get_if<http::Target>(&read);
  if (target == nullptr) return;
  api::Request request;
  request.method = "GET";
  request.path = std::move(target->path);
  request.parameters = std::move(target->parameters);
  auto const response = api.answer(request);
  require(response.status < 500, "a request is answered or refused");
  require(nlohmann::json::accept(response.body), "an answer is JSON");
}
