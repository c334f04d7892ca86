// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/long_query.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/search/request.hpp"
#include "searchd/web/search_query.hpp"
#include "searchd/web/search_view.hpp"
#include "searchd/web/site.hpp"

#include <optional>
#include <string>
#include <utility>

namespace recap::web {
namespace {

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

} // namespace

api::Found Site::find(Request const& request, SearchQuery const& query) const {
  auto const found = [&](SearchQuery const& asked) -> std::optional<api::Found> {
    try {
      return ask(request, page_parameters(asked));
    } catch (search::BadRequest const& error) {
      if (!api::is_too_long(error)) throw;
      return std::nullopt;
    }
  };
  if (auto whole = found(query)) return std::move(*whole);
  auto shorter = query;
  try {
    api::Beginnings beginnings(options_.most_words, options_.most_bytes);
    do {
      shorter.q = beginnings.of(query.q);
      if (auto part = found(shorter)) return std::move(*part);
    } while (beginnings.shorten());
  } catch (search::BadRequest const&) { // an operator lost its end
  }
  shorter.q = api::without_operators(shorter.q);
  return ask(request, page_parameters(shorter));
}

Elsewhere Site::elsewhere(Request const& request, SearchQuery const& query) const {
  Elsewhere elsewhere;
  auto const all = ask(request, {{"limit", "0"}, {"facets", "topic"}});
  elsewhere.topics = all.result.facets.front().values;
  if (!query.filters.empty() || !query.dates.empty()) {
    auto wider = query.without_filters().api_parameters();
    wider.emplace_back("limit", "0");
    elsewhere.without_filters = ask(request, wider).result.total;
  }
  return elsewhere;
}

Response Site::show(Request const& request, Json data) const {
  data["noindex"] = !request.parameters.empty();
  if (request.parameters.empty() && !options_.public_url.empty())
    data["canonical"] = options_.public_url + "/";
  return page("search.html", std::move(data), request);
}

/// Redirects pages beyond the last to the last one: articles may have been removed since the link
/// was made, and a page has one address.
Response Site::results_page(Request const& request, SearchQuery const& query) const {
  auto const found = find(request, query);
  auto const& result = found.result;
  if (query.page > 1 && result.total_relaxed > 0 && result.hits.empty()) {
    auto const last = (result.total_relaxed + hits_on_a_page - 1) / hits_on_a_page;
    return {.status = 302, .headers = {{"Location", query.link_to_page(last)}}};
  }
  auto const authors = authors_.table();
  SearchView const view(query, wording(request), options_.facets, *authors);
  auto response =
      show(request,
           view.of_answer(found, result.hits.empty() ? elsewhere(request, query) : Elsewhere()));
  response.headers.emplace_back(
      "Server-Timing",
      "search;dur=" + std::to_string(static_cast<double>(result.took.count()) / 1000));
  return response;
}

Response Site::search_page(Request const& request) const {
  SearchQuery const query(request.parameters);
  try {
    return results_page(request, query);
  } catch (...) {
    auto const problem = api::current_problem();
    auto const authors = authors_.table();
    SearchView const view(query, wording(request), options_.facets, *authors);
    auto response = show(request, view.of_problem(problem));
    if (response.status == 200) response.status = problem.status;
    return response;
  }
}

} // namespace recap::web
