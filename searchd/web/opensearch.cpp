// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/assets.hpp"
#include "searchd/web/link.hpp"
#include "searchd/web/site.hpp"
#include "searchd/web/validation.hpp"
#include "searchd/web/xml.hpp"

#include <algorithm>

namespace recap::web {
namespace {

/// OpenSearch 1.1, draft 6: a short name has at most 16 characters.
constexpr std::size_t short_name_characters = 16;

std::string first_characters(std::string const& text, std::size_t count) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (begins && ++seen > count) return text.substr(0, i);
  }
  return text;
}

std::string value_of(NameValues const& parameters, std::string_view name) {
  auto const found = std::ranges::find(parameters, name, &NameValues::value_type::first);
  return found == parameters.end() ? std::string() : found->second;
}

} // namespace

Response Site::opensearch_description(Request const& request) const {
  auto const& words = wording(request);
  auto description = words["description"];
  if (auto const place = description.find("{site}"); place != std::string::npos)
    description.replace(place, 6, options_.name);
  auto const topics = ask(request, {{"limit", "0"}, {"facets", "topic"}}).result.facets.front();
  // An example query finds something.
  auto const example = topics.values.empty() ? std::string() : topics.values.front().value;
  Json const data{{"short_name", first_characters(options_.name, short_name_characters)},
                  {"description", first_characters(description, 1024)},
                  {"base", base(request)},
                  {"example", example}};
  Response response;
  response.content_type = "application/opensearchdescription+xml";
  response.body = without_forbidden(fill(asset_named("opensearch.xml")->content, data));
  response.headers = {{"Cache-Control", kept_with_base()}, {"Vary", "Accept-Language"}};
  auto const version = fingerprint(response.body);
  return validated(std::move(response), version, request);
}

/// Suggestions 1.1, draft 1: query, completions, descriptions, addresses.
Response Site::opensearch_suggestions(Request const& request) const {
  auto const q = value_of(request.parameters, "q");
  Json texts = Json::array();
  Json descriptions = Json::array();
  Json addresses = Json::array();
  for (auto const& one : api_.complete({{"q", q}, {"limit", "8"}}).suggestions) {
    texts.push_back(one.text);
    descriptions.push_back("");
    addresses.push_back(base(request) + address("/", {{"q", one.text}}));
  }
  Response response;
  response.content_type = "application/x-suggestions+json";
  response.body = Json{q, texts, descriptions, addresses}.dump() + '\n';
  response.headers = {{"Cache-Control", "no-cache"}};
  return response;
}

} // namespace recap::web
