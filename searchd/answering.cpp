// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/answering.hpp"

#include "searchd/api/algolia_answer.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/http/compression.hpp"

#include <algorithm>
#include <chrono>

namespace recap {
namespace {

http::Response to_http(api::Response response) {
  return {.status = response.status,
          .content_type = std::move(response.content_type),
          .body = std::move(response.body),
          .headers = std::move(response.headers)};
}

/// Problem documents carry the request id that the logs have.
http::Response with_id(http::Response response, http::Request const& request) {
  auto const end = response.body.rfind('}');
  if (response.content_type == "application/problem+json" && end != std::string::npos)
    response.body.insert(end, ",\"request_id\":\"" + request.id + '"');
  return response;
}

api::Request to_api(http::Request const& request) {
  return {.method = request.method,
          .path = request.path,
          .parameters = request.parameters,
          .if_none_match = request.if_none_match,
          .body = request.body,
          .content_type = request.content_type,
          .authorization = request.authorization,
          .extension_fields = request.extension_fields,
          .reader = request.client,
          .stop = request.stop};
}

web::Request to_web(http::Request const& request) {
  return {.method = request.method,
          .path = request.path,
          .target = request.target,
          .parameters = request.parameters,
          .if_none_match = request.if_none_match,
          .accept = request.accept,
          .accept_language = request.accept_language,
          .host = request.host,
          .reader = request.client,
          .stop = request.stop};
}

http::Response statistics(Metrics const& metrics) {
  return {.content_type = std::string(Metrics::content_type),
          .body = metrics.text(),
          .headers = {{"Cache-Control", "no-store"}}};
}

bool asks_for_statistics(http::Request const& request) {
  return request.path == "/metrics" && request.method == "GET";
}

/// Tries the pages, then the API. For addresses that neither has, people get a page.
api::Response answer(Answering const& parts, http::Request const& request,
                     api::Request const& asked) {
  auto const to_site = to_web(request);
  if (auto page = parts.site.answer(to_site)) return std::move(*page);
  auto response = parts.api.answer(asked);
  bool const is_nowhere = response.status == 404 && response.route.empty();
  if (!is_nowhere) return response;
  return parts.site.missing(to_site).value_or(std::move(response));
}

/// Key of the response in the cache: what it depends on besides its version. Empty if it must not
/// be cached.
std::string cache_key(http::Request const& request) {
  bool const lasts = request.path == "/v1/search" || request.path == "/v1/suggest";
  if (!lasts || request.method != "GET" || !request.if_none_match.empty()) return {};
  return (http::takes_gzip(request.accept_encoding) ? "gzip " : "") + request.target;
}

std::string version_of(http::Response const& response) {
  auto const tag =
      std::ranges::find(response.headers, "ETag", &http::NameValues::value_type::first);
  return tag == response.headers.end() ? "" : tag->second;
}

http::Response nothing_here(std::string detail) {
  return to_http(api::to_response({.status = 404, .detail = std::move(detail)}));
}

} // namespace

http::Handler public_handler(Answering const& parts) {
  return [parts](http::Request const& request) {
    auto const begin = std::chrono::steady_clock::now();
    auto const asked = to_api(request);
    auto response = parts.access.refusal(asked);
    if (response) response = parts.site.refused(to_web(request), std::move(*response));
    if (!response && !parts.has_admin_address && asks_for_statistics(request))
      return statistics(parts.metrics);
    if (!response) response = answer(parts, request, asked);
    auto const took = std::chrono::steady_clock::now() - begin;
    parts.metrics.count(response->route, response->status, took);
    parts.logs.tell_if_slow(request, took);
    auto const route = response->route;
    auto recorded = std::move(response->asked);
    auto sent =
        http::compressed(with_id(to_http(std::move(*response)), request), request.accept_encoding);
    auto key = cache_key(request);
    auto version = version_of(sent); // none if it must not be cached
    // During the search, the index may have changed, and it may change back.
    if (!key.empty() && version == parts.api.version())
      parts.answers.keep(std::move(key), {std::move(version), sent, route, std::move(recorded)});
    return sent;
  };
}

std::function<std::optional<http::Response>(http::Request const&)>
known_response(Answering const& parts) {
  return [parts](http::Request const& request) -> std::optional<http::Response> {
    auto const begin = std::chrono::steady_clock::now();
    auto const key = cache_key(request);
    if (key.empty()) return std::nullopt;
    auto const known = parts.answers.find(key, parts.api.version());
    if (!known || parts.access.refusal(to_api(request))) return std::nullopt;
    if (known->asked) parts.api.record_again(*known->asked, request.client);
    auto response = known->response;
    response.headers.emplace_back("Cache-Status", "recap; hit");
    parts.metrics.count(known->route, response.status, std::chrono::steady_clock::now() - begin);
    return response;
  };
}

http::Handler admin_handler(Answering const& parts) {
  return [parts](http::Request const& request) {
    if (asks_for_statistics(request)) return statistics(parts.metrics);
    if (request.path == "/readyz" && request.method == "GET")
      return to_http(parts.api.readiness(parts.troubles.all()));
    if (request.path == "/healthz" || request.path == "/v1/insights")
      return to_http(parts.api.answer(to_api(request)));
    bool const is_page = request.path == "/insights" || request.path.starts_with("/assets/");
    if (is_page) {
      if (auto page = parts.site.answer(to_web(request))) return to_http(std::move(*page));
    }
    return nothing_here("here are /metrics, /readyz, /healthz, /v1/insights and /insights; the "
                        "rest is at --listen");
  };
}

http::ErrorPage error_page(Metrics& metrics) {
  return [&metrics](http::Refusal const& refusal, http::Request const& request) {
    metrics.count_refused(refusal);
    if (api::Algolia::serves(request.target)) {
      // After a 5xx, Algolia's clients avoid a host for minutes.
      constexpr unsigned overload = 503;
      constexpr unsigned too_many_requests = 429;
      return to_http(api::algolia_error(
          refusal.status == overload ? too_many_requests : refusal.status, refusal.detail));
    }
    return with_id(to_http(api::to_response({.status = refusal.status, .detail = refusal.detail})),
                   request);
  };
}

bool is_quick(http::Request const& request) {
  return request.method == "GET" &&
         (request.path == "/healthz" || request.path == "/readyz" || request.path == "/metrics");
}

} // namespace recap
