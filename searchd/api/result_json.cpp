// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/result_json.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace recap::api {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(std::string const& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

/// What a hit and a stored article tell alike.
Json article_fields(index::Record const& article) {
  return {
      {"id", article.id},
      {"url", text_or_null(article.url)},
      {"title", article.title},
      {"author", article.author},
      {"role", text_or_null(article.role)},
      {"date", text_or_null(article.date)},
      {"year", article.year == 0 ? Json(nullptr) : Json(article.year)},
      {"season", text_or_null(article.season)},
      {"topics", article.topics},
      {"lang", article.lang},
  };
}

Json section_fields(search::SectionHit const& section) {
  return {
      {"heading", section.heading}, {"anchor", section.anchor}, {"url", text_or_null(section.url)}};
}

Json hit_json(search::Hit const& hit) {
  Json json = article_fields(hit.article);
  json["title_html"] = hit.title_html;
  json["score"] = std::round(hit.score * 10'000) / 10'000;
  json["snippet_html"] = hit.best.snippet_html;
  json["section"] = hit.best.heading.empty() ? Json(nullptr) : section_fields(hit.best);
  json["more_sections"] = Json::array();
  for (auto const& section : hit.more) {
    Json more = section_fields(section);
    more["snippet_html"] = section.snippet_html;
    json["more_sections"].push_back(std::move(more));
  }
  if (!hit.missing.empty()) json["missing"] = hit.missing;
  return json;
}

/// Articles are checked to be UTF-8 when they are indexed; a damaged one must not fail the others.
std::string dump(Json const& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace

std::string to_json(search::Result const& result, search::Request const& request) {
  Json json{
      {"query", request.q},
      {"total", result.total},
      {"total_relaxed", result.total_relaxed},
  };
  if (!result.total_is_exact) json["total_is"] = "at_least";
  json["limit"] = request.limit;
  json["offset"] = request.offset;
  json["took_us"] = result.took.count();
  json["generation"] = result.generation;
  json["hits"] = Json::array();
  for (auto const& hit : result.hits)
    json["hits"].push_back(hit_json(hit));
  json["facets"] = Json::object();
  for (auto const& facet : result.facets) {
    Json values = Json::array();
    for (auto const& [value, count] : facet.values)
      values.push_back({{"value", value}, {"count", count}});
    json["facets"][std::string(index::field(facet.field).name)] = std::move(values);
  }
  return dump(json);
}

std::string to_json(index::Record const& article) {
  Json json = article_fields(article);
  json["aliases"] = article.aliases;
  json["summary"] = text_or_null(article.summary);
  json["sections"] = Json::array();
  for (auto const& section : article.sections) {
    json["sections"].push_back({{"heading", section.heading},
                                {"anchor", section.anchor},
                                {"level", section.level},
                                {"text", section.text}});
  }
  return dump(json);
}

} // namespace recap::api
