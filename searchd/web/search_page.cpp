// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/long_query.hpp"
#include "searchd/web/search_query.hpp"
#include "searchd/web/search_view.hpp"
#include "searchd/web/site.hpp"

#include <string>
#include <utility>

namespace recap::web {
namespace {

constexpr auto search_path = "/v1/search";

std::string all_filters() {
  std::string names;
  for (auto const name : filter_fields)
    names.append(names.empty() ? "" : ",").append(name);
  return names;
}

NameValues page_parameters(SearchQuery const& query) {
  auto parameters = query.api_parameters();
  parameters.emplace_back("limit", std::to_string(hits_on_a_page));
  parameters.emplace_back("offset", std::to_string((query.page - 1) * hits_on_a_page));
  parameters.emplace_back("facets", all_filters());
  parameters.emplace_back("explain", "true");
  return parameters;
}

bool is_too_long(Response const& answer) {
  if (answer.status != 400) return false;
  auto const code = Json::parse(answer.body).value("code", std::string());
  return code == "too-many-words" || code == "query-too-long";
}

} // namespace

Response Site::find(Request const& request, SearchQuery const& query) const {
  auto answer = ask(request, search_path, page_parameters(query));
  if (!is_too_long(answer)) return answer;
  auto shorter = query;
  // A text without blanks may have several words for the search.
  for (auto words = options_.most_words; words > 0 && is_too_long(answer); words = words * 3 / 4) {
    shorter.q = beginning(query.q, words, options_.most_bytes);
    answer = ask(request, search_path, page_parameters(shorter));
  }
  if (answer.status != 400) return answer;
  shorter.q = without_operators(shorter.q);
  return ask(request, search_path, page_parameters(shorter));
}

/// Redirects pages beyond the last to the last one: articles may have been removed since the link
/// was made, and a page has one address.
Response Site::search_page(Request const& request) const {
  SearchQuery const query(request.parameters);
  auto const answer = find(request, query);
  auto body = Json::parse(answer.body);
  auto const found = body.value("total_relaxed", std::size_t{0});
  if (query.page > 1 && found > 0 && body["hits"].empty()) {
    auto const last = (found + hits_on_a_page - 1) / hits_on_a_page;
    return {.status = 302, .body = {}, .headers = {{"Location", query.link_to_page(last)}}};
  }
  auto const authors = authors_.table();
  SearchView const view(query, wording(request), options_.facets, *authors);
  auto const shown = [&](Json data) {
    data["noindex"] = !request.parameters.empty();
    if (request.parameters.empty() && !options_.public_url.empty())
      data["canonical"] = options_.public_url + "/";
    return page("search.html", std::move(data), request);
  };
  if (answer.status != 200) {
    auto problem = shown(view.of_problem(body));
    if (problem.status == 200) problem.status = answer.status;
    return problem;
  }
  std::size_t without_filters = 0;
  if (body["hits"].empty()) {
    auto const all =
        Json::parse(ask(request, search_path, {{"limit", "0"}, {"facets", "topic"}}).body);
    if (all.contains("facets")) body["topics_offered"] = all["facets"]["topic"];
    if (!query.filters.empty() || !query.dates.empty()) {
      auto wider = query.without_filters().api_parameters();
      wider.emplace_back("limit", "0");
      auto const all_found = Json::parse(ask(request, search_path, std::move(wider)).body);
      without_filters = all_found.value("total", std::size_t{0});
    }
  }
  auto response = shown(view.of_answer(body, without_filters));
  response.headers.emplace_back("Server-Timing",
                                "search;dur=" + std::to_string(body.value("took_us", 0.0) / 1000));
  return response;
}

} // namespace recap::web
