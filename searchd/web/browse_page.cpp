// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/fields.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/web/assets.hpp"
#include "searchd/web/hit_view.hpp"
#include "searchd/web/link.hpp"
#include "searchd/web/site.hpp"
#include "searchd/web/validation.hpp"
#include "searchd/web/xml.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace recap::web {
namespace {

/// The most that `GET /v1/search` returns in one response.
constexpr std::size_t articles_on_a_page = 100;

/// The last page of `GET /v1/search` (docs/http-api.md): offset 10,000.
constexpr std::size_t last_page = 10'000 / articles_on_a_page + 1;

/// The fields whose values have a page of their own.
constexpr std::array<std::string_view, 2> browsed{"year", "topic"};

struct Place {
  std::string field; ///< empty: all articles
  std::string value;
};

/// Parses `/browse` and `/browse/year/2022`; nullopt for other paths.
std::optional<Place> place_at(std::string_view path) {
  path.remove_prefix(browse_path.size());
  if (path.empty()) return Place{};
  for (auto const field : browsed) {
    auto const begin = '/' + std::string(field) + '/';
    if (path.starts_with(begin) && path.size() > begin.size())
      return Place{std::string(field), std::string(path.substr(begin.size()))};
  }
  return std::nullopt;
}

/// Relative to the search page.
std::string address_of(std::string_view field, std::string_view value) {
  std::string path(browse_path.substr(1));
  if (!field.empty()) path.append("/").append(field).append("/").append(percent_encoded(value));
  return path;
}

/// The values of a field with their pages; years newest first.
Json values(std::vector<search::Facet> const& facets, index::FieldId id, Place const& here,
            Wording const& words, std::string const& root) {
  std::string const field(index::field(id).name);
  auto const counted = std::ranges::find(facets, id, &search::Facet::field);
  if (counted == facets.end()) return nullptr;
  auto sorted = counted->values;
  if (id == index::FieldId::year)
    std::ranges::sort(sorted, std::ranges::greater(), &search::FacetValue::value);
  Json all = Json::array();
  for (auto const& [value, count] : sorted) {
    all.push_back({{"value", value},
                   {"label", words.value(field, value)},
                   {"count", count},
                   {"href", root + address_of(field, value)},
                   {"here", here.field == field && here.value == value}});
  }
  if (all.empty()) return nullptr;
  return {{"label", words[field]}, {"values", std::move(all)}};
}

std::string title_of(Place const& place, Wording const& words) {
  if (place.field.empty()) return words["browse_all"];
  auto const around = words.around("browse_" + place.field);
  return around["before"].get<std::string>() + words.value(place.field, place.value) +
         around["after"].get<std::string>();
}

Json paging(std::size_t page, std::size_t total, std::string const& path) {
  Json data = Json::object();
  auto const link = [&path](std::size_t number) {
    return Json{{"href", address(path, {{"page", number > 1 ? std::to_string(number) : ""}})}};
  };
  if (page > 1) data["previous"] = link(page - 1);
  if (page < last_page && page * articles_on_a_page < total) data["next"] = link(page + 1);
  return data;
}

} // namespace

/// A list of everything, for people who browse and for search engines, which thus find the articles
/// at their own addresses.
Response Site::browse_page(Request const& request) const {
  auto const nowhere = [&] {
    return missing(request).value_or(
        api::to_response({.status = 404, .detail = "there are no articles at this address"}));
  };
  auto const place = place_at(request.path);
  if (!place) return nowhere();
  auto const page_number = SearchQuery(request.parameters).page;
  NameValues parameters{{"limit", std::to_string(articles_on_a_page)},
                        {"offset", std::to_string((page_number - 1) * articles_on_a_page)},
                        {"facets", place->field.empty() ? "year,topic" : place->field},
                        {"more_sections", "0"}};
  if (!place->field.empty()) parameters.emplace_back(place->field, place->value);
  search::Result found;
  try {
    found = ask(request, parameters).result;
  } catch (search::BadRequest const&) { // `year/abc`
    return nowhere();
  }
  if (found.hits.empty() && !request.path.ends_with(browse_path)) return nowhere();
  auto const& words = wording(request);
  auto const root = way_to_root(request.target);
  auto const path = address_of(place->field, place->value);
  auto const authors = authors_.table();
  Json hits = Json::array();
  for (auto const& hit : found.hits)
    hits.push_back(hit_view(hit, words, *authors));
  Json data{{"t", words.all()},
            {"root", root},
            {"title", title_of(*place, words)},
            {"count", words.counted("listed", found.total)},
            {"start", (page_number - 1) * articles_on_a_page + 1},
            {"hits", std::move(hits)},
            {"years", values(found.facets, index::FieldId::year, *place, words, root)},
            {"topics", values(found.facets, index::FieldId::topic, *place, words, root)},
            {"paging", paging(page_number, found.total, root + path)}};
  if (!place->field.empty()) data["up"] = root + address_of({}, {});
  if (!options_.public_url.empty()) {
    auto const number = page_number > 1 ? std::to_string(page_number) : std::string();
    data["canonical"] = options_.public_url + "/" + address(path, {{"page", number}});
  }
  return page("browse.html", std::move(data), request);
}

Response Site::sitemap(Request const& request) const {
  auto const found = ask(request, {{"limit", "0"}, {"facets", "year,topic"}}).result;
  auto const base = this->base(request) + "/";
  Json addresses{base, base + address_of({}, {})};
  for (auto const& facet : found.facets) {
    for (auto const& [value, count] : facet.values)
      addresses.push_back(base + address_of(index::field(facet.field).name, value));
  }
  Response response;
  response.content_type = "application/xml";
  response.body = without_forbidden(
      fill(asset_named("sitemap.xml")->content, {{"addresses", std::move(addresses)}}));
  response.headers = {{"Cache-Control", kept_with_base()}};
  auto const version = fingerprint(response.body);
  return validated(std::move(response), version, request);
}

} // namespace recap::web
