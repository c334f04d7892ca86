// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/result_json.hpp"

#include "searchd/api/article_json.hpp"
#include "searchd/api/why_text.hpp"

namespace recap::api {
namespace {

using Json = nlohmann::ordered_json;

Json section_fields(search::SectionHit const& section) {
  return {
      {"heading", section.heading}, {"anchor", section.anchor}, {"url", text_or_null(section.url)}};
}

Json reasons_json(std::vector<search::Reason> const& reasons) {
  Json list = Json::array();
  for (auto const& reason : reasons) {
    list.push_back({{"word", text_or_null(reason.word)},
                    {"matched", text_or_null(reason.matched)},
                    {"field", text_or_null(reason.field)},
                    {"kind", reason.kind},
                    {"weight", rounded(reason.weight)}});
  }
  return list;
}

Json hit_json(search::Hit const& hit) {
  Json json = article_fields(hit.article);
  json["title_html"] = hit.title_html;
  json["score"] = rounded(hit.score);
  json["snippet_html"] = hit.best.snippet_html;
  json["section"] = hit.best.heading.empty() ? Json(nullptr) : section_fields(hit.best);
  json["more_sections"] = Json::array();
  for (auto const& section : hit.more) {
    Json more = section_fields(section);
    more["snippet_html"] = section.snippet_html;
    json["more_sections"].push_back(std::move(more));
  }
  if (!hit.missing.empty()) json["missing"] = hit.missing;
  if (!hit.why.empty()) json["why"] = reasons_json(hit.why);
  if (auto text = why_text(hit.why); !text.empty()) json["why_text"] = std::move(text);
  return json;
}

} // namespace

std::string to_json(search::Result const& result, search::Request const& request) {
  Json json{
      {"query", request.q},
  };
  if (!result.corrected.empty()) json["corrected"] = result.corrected;
  if (!result.did_you_mean.empty()) json["did_you_mean"] = result.did_you_mean;
  json["total"] = result.total;
  json["total_relaxed"] = result.total_relaxed;
  if (!result.total_is_exact) json["total_is"] = "at_least";
  if (result.partial) json["partial"] = true;
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

std::string to_json(search::Suggestions const& result, search::SuggestRequest const& request) {
  Json json{{"query", request.q}, {"suggestions", Json::array()}};
  for (auto const& suggestion : result.suggestions) {
    Json one{
        {"text", suggestion.text},
        {"text_html", suggestion.text_html},
        {"kind", search::name_of(suggestion.kind)},
    };
    if (suggestion.kind == search::SuggestionKind::title) one["id"] = suggestion.id;
    bool const has_place = suggestion.kind == search::SuggestionKind::title ||
                           suggestion.kind == search::SuggestionKind::heading;
    if (has_place) one["url"] = text_or_null(suggestion.url);
    one["count"] = suggestion.count;
    json["suggestions"].push_back(std::move(one));
  }
  json["took_us"] = result.took.count();
  json["generation"] = result.generation;
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
