// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/fields.hpp"
#include "searchd/web/link.hpp"
#include "searchd/web/search_view.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace recap::web {
namespace {

using search::Facet;
using search::FacetValue;

std::string_view name_of(Facet const& facet) {
  return index::field(facet.field).name;
}

/// Values of a filter that are visible; the rest is behind "more".
constexpr std::size_t values_in_sight = 7;

/// With this many hidden values, a field to search among them is shown.
constexpr std::size_t values_to_search = 12;

/// Order of the seasons in a year, independent of their counts.
std::size_t season_rank(FacetValue const& season) {
  constexpr std::string_view order[] = {"spring", "summer", "first-half",
                                        "fall",   "winter", "second-half"};
  auto const* const found = std::ranges::find(order, season.value);
  return static_cast<std::size_t>(found - std::begin(order));
}

void put_in_order(std::string const& field, std::vector<FacetValue>& values) {
  if (field == "year") std::ranges::sort(values, std::ranges::greater(), &FacetValue::value);
  if (field == "season") std::ranges::sort(values, {}, season_rank);
}

} // namespace

Json SearchView::active_filters() const {
  Json active = Json::array();
  for (auto const& [field, value] : query_.filters) {
    active.push_back({{"label", filter_label(field, value)},
                      {"field", words_[field]},
                      {"href", query_.link_without(field, value)}});
  }
  if (query_.as_typed) {
    active.push_back({{"label", words_["as_typed"]},
                      {"field", words_["spelling"]},
                      {"href", query_.link_corrected(true)}});
  }
  return active;
}

/// The filters to show, and any others set by a link or a topic, so that they are sent again.
std::vector<std::string> SearchView::offered_fields() const {
  if (facets_.empty()) return {std::begin(filter_fields), std::end(filter_fields)};
  auto fields = facets_;
  for (auto const& [field, value] : query_.filters) {
    if (std::ranges::find(fields, field) == fields.end()) fields.push_back(field);
  }
  return fields;
}

Json SearchView::filter_groups(std::vector<Facet> const& facets) const {
  Json groups = Json::array();
  for (auto const& field : offered_fields()) {
    auto const counted = std::ranges::find(facets, field, name_of);
    Json values =
        filter_values(field, counted == facets.end() ? std::vector<FacetValue>() : counted->values);
    // A filter with a single value would change nothing.
    if (values.empty() || (values.size() == 1 && !values[0]["checked"].get<bool>())) continue;
    Json more = Json::array();
    auto const chosen = static_cast<std::size_t>(std::ranges::count_if(
        values, [](Json const& value) { return value["checked"].get<bool>(); }));
    auto const in_sight = std::min(values.size(), std::max(values_in_sight, chosen));
    for (auto i = in_sight; i < values.size(); ++i)
      more.push_back(values[i]);
    if (!more.empty())
      values.erase(values.begin() + static_cast<std::ptrdiff_t>(in_sight), values.end());
    groups.push_back({{"field", field}, {"label", words_[field]}, {"values", values}});
    if (!more.empty()) groups.back().update(further_values(field, std::move(more)));
  }
  return groups;
}

/// Values out of sight: a link to them, unless the query opens the filter. Few readers look at
/// them, and a hundred would be half of the page.
Json SearchView::further_values(std::string const& field, Json values) const {
  auto const count = words_.counted("more_values", values.size());
  Json shown{{"id", "more-" + field}, {"field", field}, {"count", count}};
  if (!query_.opens(field)) {
    shown["href"] = query_.link_opening(field);
    return {{"closed", std::move(shown)}};
  }
  if (values.size() >= values_to_search)
    shown["among"] = {{"id", "among-" + field}, {"label", words_["find_" + field]}};
  shown["others"] = std::move(values);
  return {{"further", std::move(shown)}};
}

/// The counted values. Selected ones come first, to stay visible, even if their count is 0.
Json SearchView::filter_values(std::string const& field,
                               std::vector<FacetValue> const& counted) const {
  std::vector<FacetValue> chosen;
  std::vector<FacetValue> others;
  for (auto const& one : counted)
    (query_.has_filter(field, one.value) ? chosen : others).push_back(one);
  for (auto const& [name, value] : query_.filters) {
    bool const known = std::ranges::find(chosen, value, &FacetValue::value) != chosen.end();
    if (name == field && !known) chosen.push_back({value, 0});
  }
  put_in_order(field, others);
  // A list that is completely visible keeps its order, so that nothing moves under the pointer.
  bool const whole = chosen.size() + others.size() <= values_in_sight;
  auto all = std::move(chosen);
  all.insert(all.end(), others.begin(), others.end());
  if (whole) put_in_order(field, all);
  Json values = Json::array();
  for (auto const& [value, count] : all) {
    values.push_back({{"value", value},
                      {"label", filter_label(field, value)},
                      {"count", count},
                      {"id", "filter-" + field + "-" + percent_encoded(value)},
                      {"field", field},
                      {"checked", query_.has_filter(field, value)}});
  }
  return values;
}

} // namespace recap::web
