// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/assets.hpp"
#include "searchd/web/link.hpp"
#include "searchd/web/search_query.hpp"
#include "searchd/web/site.hpp"
#include "searchd/web/validation.hpp"
#include "searchd/web/xml.hpp"

#include <algorithm>

namespace recap::web {
namespace {

/// When an article was published, for RFC 4287; without a date the first day of its year, and
/// without a year a fixed one.
std::string updated(index::Record const& article) {
  if (!article.date.empty()) return article.date + "T00:00:00Z";
  return (article.year != 0 ? std::to_string(article.year) : "1970") + "-01-01T00:00:00Z";
}

Json names(std::vector<std::string> const& authors, api::AuthorTable const& table) {
  Json names = Json::array();
  for (auto const& author : authors)
    names.push_back(table.name_of(author));
  return names;
}

Json entry(search::Hit const& hit, api::AuthorTable const& authors) {
  auto const& article = hit.article;
  return {{"title", article.title},
          {"id", "urn:recap:article:" + percent_encoded(article.id)},
          {"href", safe_link(article.url)},
          {"updated", updated(article)},
          {"authors", names(article.author, authors)},
          {"topics", article.topics},
          {"snippet_html", hit.best.snippet_html}};
}

Json steps(SearchQuery const& query, std::string const& base, std::size_t total) {
  auto const last = std::max<std::size_t>(1, (total + hits_on_a_page - 1) / hits_on_a_page);
  Json all = Json::array();
  auto const add = [&](char const* rel, std::size_t page) {
    auto parameters = query.api_parameters();
    if (page > 1) parameters.emplace_back("page", std::to_string(page));
    all.push_back({{"rel", rel}, {"href", base + address("/feed.atom", parameters)}});
  };
  add("first", 1);
  if (query.page > 1) add("previous", std::min(query.page - 1, last));
  if (query.page < last) add("next", query.page + 1);
  add("last", last);
  return all;
}

} // namespace

Response Site::feed(Request const& request) const {
  SearchQuery const query(request.parameters);
  auto parameters = query.api_parameters();
  auto const offset = (query.page - 1) * hits_on_a_page;
  parameters.emplace_back("limit", std::to_string(hits_on_a_page));
  parameters.emplace_back("offset", std::to_string(offset));
  auto const found = ask(request, parameters).result;
  auto const base = this->base(request);
  auto const authors = authors_.table();
  Json data{{"site", options_.name},
            {"base", base},
            {"q", query.q},
            {"page", query.page},
            {"total", found.total_relaxed},
            {"start", offset + 1},
            {"per_page", hits_on_a_page},
            {"self", base + query.link("/feed.atom")},
            {"alternate", base + query.link("/")},
            {"steps", steps(query, base, found.total_relaxed)},
            {"updated", "1970-01-01T00:00:00Z"},
            {"entries", Json::array()}};
  for (auto const& hit : found.hits) {
    data["entries"].push_back(entry(hit, *authors));
    data["updated"] = std::max(data["updated"].get<std::string>(), updated(hit.article));
  }
  Response response;
  response.content_type = "application/atom+xml; charset=utf-8";
  response.body = without_forbidden(fill(asset_named("feed.atom")->content, data));
  response.headers = {{"Cache-Control", "no-cache"}};
  auto const version = fingerprint(response.body);
  return validated(std::move(response), version, request);
}

} // namespace recap::web
