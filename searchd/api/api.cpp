// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/api.hpp"

#include "searchd/api/contract.hpp"
#include "searchd/api/draft.hpp"
#include "searchd/api/insights_api.hpp"
#include "searchd/api/parameters.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/api/related_json.hpp"
#include "searchd/api/result_json.hpp"

#include <nlohmann/json.hpp>

#include <memory>
#include <string_view>
#include <utility>

namespace recap::api {

struct Api::Route {
  std::string_view method; ///< GET (includes HEAD) or POST
  std::string_view path;
  bool is_prefix;   ///< the rest of the address is an argument
  bool has_version; ///< results change only with the index, so an ETag can validate them
  Response (Api::*answer)(Request const&) const;
};

constexpr std::string_view articles_path = "/v1/articles/";
constexpr std::string_view related_ending = "/related";
constexpr std::string_view related_route = "/v1/articles/*/related";

Api::Route const Api::routes[] = {
    {"GET", "/v1/search", false, true, &Api::search},
    {"GET", "/v1/suggest", false, true, &Api::suggest},
    {"GET", articles_path, true, true, &Api::article},
    {"POST", "/v1/related", false, false, &Api::related_to_draft},
    {"POST", "/v1/events", false, false, &Api::take_events},
    {"GET", "/v1/insights", false, false, &Api::tell_insights},
    {"GET", "/openapi.json", false, false, &Api::openapi},
    {"GET", "/healthz", false, false, &Api::healthy},
    {"GET", "/readyz", false, false, &Api::ready},
};

namespace {

/// If-None-Match is a list of tags; a weak comparison (RFC 9110, section 8.8.3.2).
bool lists_tag(std::string_view field, std::string_view weak_tag) {
  auto const tag = weak_tag.substr(weak_tag.find('"'));
  return field == "*" || field.find(tag) != std::string_view::npos;
}

Response no_parameters_expected(std::string const& name) {
  return to_response(
      {.status = 400, .detail = "this address accepts no parameters", .parameter = name});
}

Response other_method_expected(std::string_view method) {
  bool const reads = method == "GET";
  auto response =
      to_response({.status = 405, .detail = reads ? "use GET or HEAD here" : "use POST here"});
  response.headers.emplace_back("Allow", reads ? "GET, HEAD, OPTIONS" : "POST, OPTIONS");
  return response;
}

Response no_insights() {
  return to_response(
      {.status = 404, .detail = "insights are off here; --insights FILE turns them on"});
}

Response no_such_article(std::string const& id) {
  return to_response(
      {.status = 404, .detail = "there is no article with the id " + id, .parameter = "id"});
}

} // namespace

Response Api::answer(Request const& request) const {
  if (Algolia::serves(request.path)) {
    auto response = algolia_.answer(request);
    response.route = Algolia::prefix;
    return response;
  }
  for (Route const& route : routes) {
    bool const here = route.is_prefix ? request.path.size() > route.path.size() &&
                                            request.path.starts_with(route.path)
                                      : request.path == route.path;
    if (!here) continue;
    auto response = answer(route, request);
    if (response.route.empty()) response.route = route.path;
    return response;
  }
  return to_response(
      {.status = 404,
       .detail = "there are /v1/search, /v1/suggest, /v1/articles/{id}, /v1/articles/{id}/related, "
                 "/v1/related, /v1/events, /v1/insights, /openapi.json, /healthz, /readyz and "
                 "/metrics"});
}

Response Api::answer(Route const& route, Request const& request) const try {
  if (request.method != route.method) return other_method_expected(route.method);
  if (!route.has_version) return (this->*route.answer)(request);
  // Read before the search, so that after a switch in between the tag is too old, never too new.
  auto const tag = version();
  Response response;
  if (lists_tag(request.if_none_match, tag)) {
    response.status = 304;
  } else {
    response = (this->*route.answer)(request);
  }
  bool const lasts = response.headers.empty(); // otherwise the response forbids caching
  if (response.status < 400 && lasts) {
    response.headers.emplace_back("ETag", tag);
    response.headers.emplace_back("Cache-Control", "no-cache");
  }
  return response;
} catch (...) {
  return to_response(current_problem());
}

Found Api::find(NameValues const& parameters, Asker const& asker) const {
  Found found{.request = search_request(parameters)};
  found.request.stop = asker.stop;
  found.request.budget = budget_;
  found.result = engine_.search(found.request);
  if (insights_ != nullptr) {
    if (auto asked = asked_by(asker.reader, found.request, found.result))
      insights_->tell(std::move(*asked));
  }
  return found;
}

void Api::record_again(insights::Asked asked, std::string const& reader) const {
  asked.reader = reader;
  asked.took = {};
  insights_->tell(std::move(asked));
}

std::string Api::version() const {
  return "W/\"" + engine_.version() + authors_.table()->version() + '"';
}

search::Suggestions Api::complete(NameValues const& parameters) const {
  return engine_.suggest(suggest_request(parameters));
}

std::optional<insights::Report> Api::report(InsightsRange const& range) const {
  if (insights_ == nullptr) return std::nullopt;
  return insights_->report(range.days, range.limit);
}

Response Api::search(Request const& request) const {
  auto const [question, result] =
      find(request.parameters, {.reader = request.reader, .stop = request.stop});
  Response response{.body = to_json(result, question, *authors_.table())};
  if (insights_ != nullptr) {
    if (auto asked = asked_by(request.reader, question, result))
      response.asked = std::make_shared<insights::Asked const>(std::move(*asked));
  }
  // The same search may find more under less load.
  if (result.partial) response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

Response Api::suggest(Request const& request) const {
  auto const question = suggest_request(request.parameters);
  return {.body = to_json(engine_.suggest(question), question, *authors_.table())};
}

/// If no article has the id before `/related`, the id itself may end in `/related`.
Response Api::article(Request const& request) const {
  std::string const id = request.path.substr(articles_path.size());
  if (id.ends_with(related_ending) && id.size() > related_ending.size()) {
    auto response = related(request, id.substr(0, id.size() - related_ending.size()));
    response.route = related_route;
    if (response.status != 404 || !engine_.article(id)) return response;
  }
  if (!request.parameters.empty()) return no_parameters_expected(request.parameters.front().first);
  auto const article = engine_.article(id);
  if (!article) return no_such_article(id);
  return {.body = to_json(*article, *authors_.table())};
}

Response Api::related(Request const& request, std::string const& id) const {
  auto const result = engine_.related(id, related_limit(request.parameters));
  if (!result) return no_such_article(id);
  return {.body = to_json(*result, RelatedFor::article, *authors_.table())};
}

/// The body is neither kept nor logged.
Response Api::related_to_draft(Request const& request) const {
  auto const limit = related_limit(request.parameters);
  auto const format = draft_format(request.content_type);
  if (!format) {
    return to_response({.status = 415,
                        .detail = "a draft is text/markdown, text/plain or application/json, in "
                                  "UTF-8; say so in Content-Type"});
  }
  auto const result = engine_.related(read_draft(*format, request.body), limit);
  return {.body = to_json(result, RelatedFor::draft, *authors_.table()),
          .headers = {{"Cache-Control", "no-store"}}};
}

Response Api::take_events(Request const& request) const {
  if (insights_ == nullptr) return no_insights();
  auto clicks = read_events(request.body, request.reader);
  for (auto const& click : clicks) {
    if (!engine_.article(click.article)) return no_such_article(click.article);
  }
  for (auto& click : clicks)
    insights_->tell(std::move(click));
  return {.status = 204, .headers = {{"Cache-Control", "no-store"}}};
}

Response Api::tell_insights(Request const& request) const {
  if (insights_ == nullptr) return no_insights();
  auto const answer = report(insights_range(request.parameters));
  return {.body = to_json(*answer), .headers = {{"Cache-Control", "no-store"}}};
}

Response Api::openapi(Request const& /*request*/) const {
  return {.body = std::string(contract())};
}

Response Api::healthy(Request const& /*request*/) const {
  return {.body = "{\"status\":\"ok\"}\n"};
}

Response Api::ready(Request const& /*request*/) const {
  nlohmann::ordered_json answer{{"status", "ready"}};
  if (tells_index_) {
    answer["generation"] = engine_.generation();
    answer["articles"] = engine_.articles();
  }
  return {.body = answer.dump() + '\n'};
}

Response Api::readiness(std::vector<std::string> const& troubles) const {
  nlohmann::ordered_json const answer{{"status", "ready"},
                                      {"generation", engine_.generation()},
                                      {"articles", engine_.articles()},
                                      {"created", engine_.created()},
                                      {"troubles", troubles}};
  using nlohmann::ordered_json;
  return {.body = answer.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + '\n',
          .headers = {{"Cache-Control", "no-store"}}};
}

} // namespace recap::api
