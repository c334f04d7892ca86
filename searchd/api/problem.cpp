// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/problem.hpp"

#include "index/error.hpp"
#include "searchd/insights/database.hpp"
#include "searchd/search/request.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <chrono>
#include <string>
#include <string_view>

namespace recap::api {
namespace {

struct Kind {
  unsigned status;
  std::string_view name; ///< last part of `type`; part of the contract
  std::string_view title;
};

constexpr auto kinds = std::to_array<Kind>({
    {400, "bad-request", "The request cannot be understood"},
    {401, "unauthorized", "A key is required"},
    {403, "forbidden", "The key does not allow this"},
    {404, "not-found", "Not found"},
    {405, "method-not-allowed", "This address does not support this method"},
    {408, "timeout", "The request took too long to arrive"},
    {413, "body-too-large", "The body is too large"},
    {414, "target-too-long", "The address is too long"},
    {415, "unsupported-media-type", "Unsupported media type"},
    {417, "expectation-failed", "The expectation cannot be met"},
    {429, "too-many-requests", "Too many requests"},
    {431, "header-too-large", "The header is too large"},
    {500, "internal", "Internal error"},
    {501, "not-implemented", "Not implemented"},
    {503, "overloaded", "Too busy, or not ready"},
    {505, "http-version", "Unsupported HTTP version"},
});

constexpr Kind const& kind_of(unsigned status) {
  for (Kind const& kind : kinds) {
    if (kind.status == status) return kind;
  }
  return kind_of(status < 500 ? 400 : 500);
}

} // namespace

Problem current_problem() {
  try {
    throw;
  } catch (search::BadRequest const& error) {
    return {.status = 400,
            .detail = error.what(),
            .parameter = error.parameter(),
            .position = error.position(),
            .code = std::string(error.code())};
  } catch (index::Error const& error) {
    Problem problem{.status = 500, .detail = error.what()};
    if (error.code() == index::ErrorCode::unavailable) {
      problem.status = 503;
      problem.retry_after = std::chrono::seconds(1);
    }
    return problem;
  } catch (insights::DatabaseError const& error) {
    return {.status = 503, .detail = error.what()};
  }
}

Response to_response(Problem const& problem) {
  Kind const& kind = kind_of(problem.status);
  nlohmann::ordered_json json{
      {"type", "urn:recap:problem:" + std::string(kind.name)},
      {"title", kind.title},
      {"status", problem.status},
      {"detail", problem.detail},
  };
  if (!problem.parameter.empty()) json["parameter"] = problem.parameter;
  if (problem.position) json["position"] = *problem.position;
  if (!problem.code.empty()) json["code"] = problem.code;
  using nlohmann::ordered_json;
  Response response{.status = problem.status,
                    .content_type = "application/problem+json",
                    .body =
                        json.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + '\n'};
  if (problem.retry_after)
    response.headers.emplace_back("Retry-After", std::to_string(problem.retry_after->count()));
  return response;
}

} // namespace recap::api
