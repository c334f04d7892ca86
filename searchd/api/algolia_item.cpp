// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/algolia_item.hpp"

#include "searchd/api/algolia_conditions.hpp"
#include "searchd/api/algolia_filters.hpp"
#include "searchd/api/algolia_parameters.hpp"
#include "searchd/api/bounds.hpp"

#include <algorithm>

namespace recap::api {
namespace {

using search::BadRequest;

constexpr std::size_t most_facet_values = 1000;
constexpr std::size_t most_facet_hits = 100;

std::size_t hit_count(AlgoliaParameters const& parameters, std::string const& name,
                      std::size_t otherwise) {
  auto const count = parameters.number(name).value_or(otherwise);
  if (count <= algolia_most_hits) return count;
  throw BadRequest(name + " is at most " + std::to_string(algolia_most_hits), name);
}

/// `distinct` is a number or a bool; 0 and `false` mean no limit.
std::size_t bound_of_distinct(AlgoliaParameters const& parameters) {
  auto const* const value = parameters.find("distinct");
  if (value == nullptr) return no_bound;
  bool const is_flag = value->is_boolean() || *value == "true" || *value == "false";
  std::size_t const bound = is_flag ? parameters.flag("distinct").value_or(false)
                                    : parameters.number("distinct").value_or(0);
  return bound == 0 ? no_bound : bound;
}

void read_page(AlgoliaItem& item, AlgoliaParameters const& parameters) {
  item.page = parameters.number("page").value_or(0);
  item.hits_per_page = hit_count(parameters, "hitsPerPage", item.hits_per_page);
  item.offset = parameters.number("offset");
  item.length = hit_count(parameters, "length", item.hits_per_page);
  if (!item.offset && parameters.find("length") != nullptr) item.offset = 0;
  item.sections_of_an_article = bound_of_distinct(parameters);
}

void read_facets(AlgoliaItem& item, AlgoliaParameters const& parameters) {
  item.max_values_per_facet =
      std::min(parameters.number("maxValuesPerFacet").value_or(100), most_facet_values);
  item.facets_by_name = parameters.text("sortFacetValuesBy") == "alpha";
  for (auto const& name : parameters.list("facets").value_or(std::vector<std::string>())) {
    if (name != "*") {
      item.facets.push_back(name);
      continue;
    }
    for (auto const& attribute : algolia_attributes()) {
      if (attribute.is_listed) item.facets.emplace_back(attribute.name);
    }
  }
}

void read_conditions(AlgoliaItem& item, AlgoliaParameters const& parameters) {
  item.conditions = read_filters(parameters.text("filters").value_or(""));
  auto const add = [&](std::string const& name, FilterList kind) {
    auto const* const value = parameters.find(name);
    if (value == nullptr) return;
    for (auto& condition : read_filter_list(*value, kind))
      item.conditions.push_back(std::move(condition));
  };
  add("facetFilters", FilterList::facets);
  add("numericFilters", FilterList::numbers);
  add("tagFilters", FilterList::tags);
  check_counts(item.conditions);
  if (auto const* const value = parameters.find("optionalFilters"))
    item.preferred = read_filter_list(*value, FilterList::preferences);
}

/// Reads a text that is inserted at each match.
std::string tag_of(AlgoliaParameters const& parameters, std::string const& name,
                   std::string const& otherwise) {
  auto tag = parameters.text(name).value_or(otherwise);
  if (tag.size() <= longest_tag) return tag;
  throw BadRequest(name + " is longer than " + std::to_string(longest_tag) + " bytes", name);
}

void read_attributes(AlgoliaItem& item, AlgoliaParameters const& parameters) {
  if (auto names = parameters.list("attributesToRetrieve")) {
    item.asks_for_sections = std::ranges::any_of(
        *names, [](std::string const& name) { return name.starts_with("hierarchy"); });
    item.to_retrieve = AttributeList(std::move(*names));
  }
  if (auto names = parameters.list("attributesToHighlight"))
    item.to_highlight = AttributeList(std::move(*names));
  if (auto names = parameters.list("attributesToSnippet")) item.to_snippet = std::move(*names);
  if (auto names = parameters.list("responseFields"))
    item.response_fields = AttributeList(std::move(*names));
  item.pre_tag = tag_of(parameters, "highlightPreTag", item.pre_tag);
  item.post_tag = tag_of(parameters, "highlightPostTag", item.post_tag);
  item.only_matching_members = parameters.flag("restrictHighlightAndSnippetArrays").value_or(false);
  item.ranking_info = parameters.flag("getRankingInfo").value_or(false);
  item.click_analytics = parameters.flag("clickAnalytics").value_or(false);
  item.ellipsis = tag_of(parameters, "snippetEllipsisText", item.ellipsis);
}

/// The fields in `restrictSearchableAttributes`. Empty if one of the attributes is text without its
/// own terms in the index: words then match anywhere.
std::vector<index::FieldId> fields_with_words(std::vector<std::string> const& names) {
  std::vector<index::FieldId> fields;
  for (auto const& name : names) {
    auto const* const attribute = algolia_attribute(name);
    bool const is_title = name == "title" || name == "hierarchy.lvl0";
    auto const field = attribute != nullptr ? attribute->field : index::FieldId::title;
    if ((attribute == nullptr && !is_title) || index::field(field).word_prefix.empty()) return {};
    if (std::ranges::find(fields, field) == fields.end()) fields.push_back(field);
  }
  return fields;
}

/// `typoTolerance` is a bool, or `min` or `strict`, which do not disable it.
bool tolerates_typos(AlgoliaParameters const& parameters) {
  auto const* const value = parameters.find("typoTolerance");
  return value == nullptr || (*value != false && *value != "false");
}

void read_words(AlgoliaItem& item, AlgoliaParameters const& parameters) {
  item.query = parameters.text("query").value_or("");
  item.advanced_syntax = parameters.flag("advancedSyntax").value_or(false);
  item.typo_tolerance = tolerates_typos(parameters);
  item.last_is_prefix = parameters.text("queryType").value_or("prefixLast") != "prefixNone";
  if (parameters.text("removeWordsIfNoResults") == "none") item.relax = search::Relax::never;
  item.optional_words = parameters.list("optionalWords").value_or(item.optional_words);
  item.similar = parameters.text("similarQuery").value_or("");
  item.synonyms = parameters.flag("synonyms").value_or(true);
  if (auto const names = parameters.list("restrictSearchableAttributes"))
    item.only_in = fields_with_words(*names);
}

void read_facet_search(AlgoliaItem& item, AlgoliaParameters const& parameters) {
  item.is_facet_search = parameters.text("type") == "facet";
  item.facet = parameters.text("facet").value_or("");
  item.facet_query = parameters.text("facetQuery").value_or("");
  if (item.facet_query.size() > longest_facet_query) {
    throw BadRequest("facetQuery is longer than " + std::to_string(longest_facet_query) + " bytes",
                     "facetQuery");
  }
  item.max_facet_hits = std::min(parameters.number("maxFacetHits").value_or(10), most_facet_hits);
}

} // namespace

AlgoliaItem read_algolia_item(nlohmann::json const& json) {
  AlgoliaParameters const parameters(json);
  AlgoliaItem item;
  item.index = parameters.text("indexName").value_or("");
  item.params = parameters.encoded();
  read_words(item, parameters);
  read_page(item, parameters);
  read_facets(item, parameters);
  read_conditions(item, parameters);
  read_attributes(item, parameters);
  read_facet_search(item, parameters);
  return item;
}

std::size_t first_hit(AlgoliaItem const& item) {
  if (item.offset) return *item.offset;
  // A page so deep that this overflows is beyond all hits.
  return item.page > algolia_most_hits ? algolia_most_hits : item.page * item.hits_per_page;
}

std::size_t wanted_hits(AlgoliaItem const& item) {
  std::size_t const first = std::min(first_hit(item), algolia_most_hits);
  return std::min(item.offset ? item.length : item.hits_per_page, algolia_most_hits - first);
}

} // namespace recap::api
