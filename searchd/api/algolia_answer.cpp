// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/algolia_answer.hpp"

#include "searchd/api/algolia_hits.hpp"
#include "searchd/api/algolia_markup.hpp"
#include "searchd/api/algolia_records.hpp"
#include "searchd/search/show/facet_words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

namespace recap::api {
namespace {

using Json = nlohmann::ordered_json;

search::Facet const* counted(search::Result const& result, index::FieldId field) {
  auto const found = std::ranges::find(result.facets, field, &search::Facet::field);
  return found == result.facets.end() ? nullptr : &*found;
}

/// A value as in the records: days of publication as seconds.
std::string shown(search::Facet const& facet, std::string const& value) {
  if (facet.field != index::FieldId::date) return value;
  return std::to_string(algolia_timestamp(value).value_or(0));
}

/// For numbers: minimum, maximum, mean and sum over all articles counted.
Json statistics(search::Facet const& facet) {
  double least = 0;
  double most = 0;
  double sum = 0;
  std::size_t count = 0;
  for (auto const& [value, times] : facet.values) {
    double const number = std::stod(shown(facet, value));
    least = count == 0 ? number : std::min(least, number);
    most = count == 0 ? number : std::max(most, number);
    sum += number * static_cast<double>(times);
    count += times;
  }
  return {{"min", least}, {"max", most}, {"avg", sum / static_cast<double>(count)}, {"sum", sum}};
}

void add_facets(Json& answer, AlgoliaItem const& item, search::Result const& result) {
  if (item.facets.empty()) return;
  answer["facets"] = Json::object();
  Json numbers = Json::object();
  Json order = Json::array();
  for (auto const& name : item.facets) {
    auto const* const attribute = algolia_attribute(name);
    auto const* const facet = attribute ? counted(result, attribute->field) : nullptr;
    if (facet == nullptr || facet->values.empty()) continue;
    auto counts = facet->values;
    if (item.facets_by_name) std::ranges::sort(counts, {}, &search::FacetValue::value);
    counts.resize(std::min(counts.size(), item.max_values_per_facet));
    Json values = Json::object();
    for (auto const& [value, count] : counts)
      values[shown(*facet, value)] = count;
    answer["facets"][name] = std::move(values);
    order.push_back(name);
    if (attribute->is_number) numbers[name] = statistics(*facet);
  }
  // The facets that dynamicWidgets shows; each widget keeps its own order of values.
  answer["renderingContent"]["facetOrdering"]["facets"]["order"] = std::move(order);
  if (!numbers.empty()) answer["facets_stats"] = std::move(numbers);
}

std::int64_t milliseconds(search::Result const& result) {
  return std::chrono::ceil<std::chrono::milliseconds>(result.took).count();
}

Json only(Json answer, AttributeList const& fields) {
  Json kept = Json::object();
  for (auto& [name, value] : answer.get_ref<Json::object_t&>()) {
    if (fields.has(name)) kept[name] = std::move(value);
  }
  return kept;
}

} // namespace

AnswerRoom algolia_room() {
  return AnswerRoom("ask for fewer hits (hitsPerPage), fewer attributes (attributesToRetrieve, "
                    "attributesToHighlight) or shorter tags");
}

Json algolia_search_answer(AlgoliaItem const& item, search::Result const& result, AlgoliaHits shown,
                           AnswerRoom& room, AuthorTable const& authors) {
  std::size_t const total = result.total_relaxed;
  std::size_t const reachable = std::min(total, algolia_most_hits);
  std::size_t const per_page = item.hits_per_page;
  Json answer{{"hits", Json::array()}};
  if (!result.hits.empty()) {
    answer["hits"] = shown == AlgoliaHits::sections ? section_hits(item, result, room, authors)
                                                    : article_hits(item, result, room, authors);
  }
  answer["nbHits"] = total;
  if (item.offset) {
    answer["offset"] = *item.offset;
    answer["length"] = item.length;
  } else {
    answer["page"] = item.page;
    answer["nbPages"] = per_page == 0 ? 0 : (reachable + per_page - 1) / per_page;
    answer["hitsPerPage"] = per_page;
  }
  add_facets(answer, item, result);
  bool const exact_total = result.total_is_exact && !result.partial;
  answer["exhaustiveNbHits"] = exact_total;
  answer["exhaustiveFacetsCount"] = !result.partial;
  answer["exhaustive"] = {{"nbHits", exact_total}, {"facetsCount", !result.partial}};
  answer["query"] = item.query;
  answer["params"] = item.params;
  answer["index"] = item.index;
  answer["processingTimeMS"] = milliseconds(result);
  return only(std::move(answer), item.response_fields);
}

Json algolia_facet_answer(AlgoliaItem const& item, search::Result const& result) {
  Json hits = Json::array();
  Markup const markup{item.pre_tag, item.post_tag, item.ellipsis};
  search::FacetWords words(item.facet_query);
  for (auto facet : result.facets) {
    if (item.facets_by_name) std::ranges::sort(facet.values, {}, &search::FacetValue::value);
    for (auto const& [value, count] : facet.values) {
      if (hits.size() == item.max_facet_hits) break;
      auto const spans = words.spans(value);
      if (!spans) continue;
      hits.push_back(
          {{"value", value}, {"highlighted", marked(value, *spans, markup)}, {"count", count}});
    }
  }
  return {{"facetHits", std::move(hits)},
          {"exhaustiveFacetsCount", !result.partial},
          {"processingTimeMS", milliseconds(result)}};
}

Response algolia_response(Json const& body) {
  return {.body = body.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n'};
}

Response algolia_error(unsigned status, std::string const& message) {
  auto response = algolia_response(Json{{"message", message}, {"status", status}});
  response.status = status;
  return response;
}

} // namespace recap::api
