// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/search_view.hpp"

#include "searchd/web/hit_view.hpp"
#include "searchd/web/link.hpp"

#include <algorithm>
#include <functional>

namespace recap::web {
namespace {

/// Values of a filter in sight; the others are behind "more".
constexpr std::size_t values_in_sight = 7;

/// Topics offered where there is nothing else to show.
constexpr std::size_t topics_offered = 12;

/// Page numbers shown on either side of the current one.
constexpr std::size_t pages_around = 2;

std::size_t count_of(Json const& answer, std::string const& key) {
  return answer.value(key, std::size_t{0});
}

/// Seasons in the order of a year, whatever their counts.
std::size_t season_rank(Json const& value) {
  constexpr std::string_view order[] = {"spring", "summer", "first-half",
                                        "fall",   "winter", "second-half"};
  auto const* const found = std::ranges::find(order, value.value("value", std::string()));
  return static_cast<std::size_t>(found - std::begin(order));
}

std::string_view value_of(Json const& counted) {
  return counted["value"].get_ref<std::string const&>();
}

void put_in_order(std::string const& field, Json& list) {
  auto& values = list.get_ref<Json::array_t&>();
  if (field == "year") std::ranges::sort(values, std::ranges::greater(), value_of);
  if (field == "season") std::ranges::sort(values, {}, season_rank);
}

} // namespace

Json SearchView::frame() const {
  Json data{{"t", words_.all()},
            {"q", query_.q},
            {"asked", !query_.is_empty()},
            {"answered", query_.q},
            {"as_typed", query_.as_typed},
            {"dates", Json::array()},
            {"sorts", sort_options()},
            {"active", active_filters()},
            {"feed", query_.link("feed.atom")}};
  for (auto const& [name, value] : query_.dates)
    data["dates"].push_back({{"name", name}, {"value", value}});
  data["page_title"] = query_.q;
  if (data["active"].size() > 1) data["clear"] = query_.without_filters().link(search_page);
  return data;
}

Json SearchView::of_answer(Json const& answer, std::size_t without_filters) const {
  Json data = frame();
  data["status"] = status(answer);
  data["groups"] = filter_groups(answer.value("facets", Json::object()));
  data["hits"] = Json::array();
  for (auto const& one : answer.value("hits", Json::array()))
    data["hits"].push_back(hit_view(one, words_));
  auto const corrected = answer.value("corrected", std::string());
  if (!corrected.empty()) {
    data["answered"] = corrected;
    data["correction"] = correction(corrected);
  }
  auto const likelier = answer.value("did_you_mean", std::string());
  if (!likelier.empty()) data["suggestion"] = suggestion(likelier);
  auto const total = count_of(answer, "total");
  auto const relaxed = std::max(total, count_of(answer, "total_relaxed"));
  if (data["hits"].empty()) data["nothing"] = nothing(answer, without_filters);
  if (relaxed > total && !data["hits"].empty())
    data["note"] = words_[total == 0 ? "relaxed_only" : "relaxed_some"];
  if (answer.value("partial", false)) data["partial"] = words_["partial"];
  if (relaxed > hits_on_a_page) data["paging"] = pages(relaxed);
  return data;
}

Json SearchView::of_problem(Json const& problem) const {
  Json data = frame();
  auto const status = problem.value("status", 500U);
  data["status"] = words_["results"];
  data["groups"] = filter_groups(Json::object()); // so that what was chosen is sent again
  auto const own = words_["mistake_" + problem.value("code", std::string())];
  auto const detail = own.empty() ? problem.value("detail", std::string()) : own;
  Json shown{{"title", words_[status < 500 ? "problem" : "failed"]},
             {"detail", status < 500 ? detail : ""},
             {"language", own.empty() ? "en" : words_["language"]},
             {"hint", status < 500 ? words_["problem_hint"] : ""}};
  auto const position = problem.value("position", query_.q.size() + 1);
  if (position <= query_.q.size()) {
    shown["place"] = {{"before", query_.q.substr(0, position)}, {"at", query_.q.substr(position)}};
  }
  data["problem"] = std::move(shown);
  return data;
}

Json SearchView::sort_options() const {
  // The default is sent as nothing: it changes when the first word is typed.
  std::string_view const usual = query_.q.empty() ? "newest" : "relevance";
  Json options = Json::array();
  for (std::string_view const sort : {"relevance", "newest", "oldest"}) {
    if (sort == "relevance" && query_.q.empty()) continue;
    options.push_back({{"value", sort == usual ? "" : sort},
                       {"label", words_[sort]},
                       {"selected", query_.sort == sort}});
  }
  return options;
}

std::string SearchView::filter_label(std::string const& field, std::string const& value) const {
  return words_.value(field, value);
}

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

Json SearchView::correction(std::string const& corrected) const {
  return {{"for", words_.around("corrected")},
          {"corrected", corrected},
          {"href", query_.link_for(corrected)},
          {"instead", words_.around("instead")},
          {"typed", query_.q},
          {"as_typed_href", query_.link_corrected(false)}};
}

Json SearchView::suggestion(std::string const& likelier) const {
  return {{"question", words_.around("did_you_mean")},
          {"likelier", likelier},
          {"href", query_.link_for(likelier)}};
}

Json SearchView::filter_groups(Json const& facets) const {
  Json groups = Json::array();
  for (auto const name : filter_fields) {
    std::string const field(name);
    Json values = filter_values(field, facets.value(field, Json::array()));
    if (values.empty()) continue;
    Json more = Json::array();
    auto const in_sight = std::min(values.size(), values_in_sight);
    for (auto i = in_sight; i < values.size(); ++i)
      more.push_back(values[i]);
    if (!more.empty())
      values.erase(values.begin() + static_cast<std::ptrdiff_t>(in_sight), values.end());
    groups.push_back({{"field", field}, {"label", words_[field]}, {"values", values}});
    if (!more.empty())
      groups.back()["further"] = {
          {"id", "more-" + field}, {"count", more.size()}, {"others", more}};
  }
  return groups;
}

/// The counted values, those chosen first to stay in sight, also where none is left of them.
Json SearchView::filter_values(std::string const& field, Json const& counted) const {
  Json chosen = Json::array();
  Json others = Json::array();
  for (auto const& one : counted) {
    auto const value = one.value("value", std::string());
    bool const on = query_.has_filter(field, value);
    (on ? chosen : others).push_back({{"value", value}, {"count", one.value("count", 0)}});
  }
  for (auto const& [name, value] : query_.filters) {
    bool const known =
        std::ranges::any_of(chosen, [&](Json const& one) { return one["value"] == value; });
    if (name == field && !known) chosen.push_back({{"value", value}, {"count", 0}});
  }
  put_in_order(field, others);
  // A list that is in sight as a whole keeps its order, so that nothing moves under the pointer.
  bool const whole = chosen.size() + others.size() <= values_in_sight;
  Json all = chosen;
  all.insert(all.end(), others.begin(), others.end());
  if (whole) put_in_order(field, all);
  Json values = Json::array();
  for (auto const& one : all) {
    auto const value = one["value"].get<std::string>();
    values.push_back({{"value", value},
                      {"label", filter_label(field, value)},
                      {"count", one["count"]},
                      {"id", "filter-" + field + "-" + percent_encoded(value)},
                      {"field", field},
                      {"checked", query_.has_filter(field, value)}});
  }
  return values;
}

Json SearchView::nothing(Json const& answer, std::size_t without_filters) const {
  Json data{{"title", words_["none"]}, {"hint", query_.q.empty() ? "" : words_["none_hint"]}};
  if (!query_.filters.empty() || !query_.dates.empty()) {
    if (without_filters > 0) {
      data["hint"] = words_["none_filters"];
      data["relax"] = {{"href", query_.without_filters().link(search_page)},
                       {"count", words_.counted("articles", without_filters)}};
    }
  }
  Json topics = Json::array();
  for (auto const& one : answer.value("topics_offered", Json::array())) {
    if (topics.size() == topics_offered) break;
    auto const topic = one.value("value", std::string());
    topics.push_back({{"label", filter_label("topic", topic)},
                      {"href", address(search_page, {{"topic", topic}})}});
  }
  if (!topics.empty()) data["browse"] = {{"topics", topics}};
  return data;
}

Json SearchView::pages(std::size_t shown_in_all) const {
  auto const last = (shown_in_all + hits_on_a_page - 1) / hits_on_a_page;
  auto const current = query_.page;
  Json data{{"numbers", Json::array()}};
  std::size_t before = 0;
  for (std::size_t number = 1; number <= last; ++number) {
    bool const near = number + pages_around >= current && number <= current + pages_around;
    if (!near && number != 1 && number != last) {
      // Straight to where numbers are shown again: there may be a thousand pages.
      number = number < current ? std::min(current - pages_around, last) - 1 : last - 1;
      continue;
    }
    data["numbers"].push_back({{"number", number},
                               {"href", query_.link_to_page(number)},
                               {"here", number == current},
                               {"gap", number != before + 1}});
    before = number;
  }
  if (current > 1) data["previous"] = {{"href", query_.link_to_page(std::min(current - 1, last))}};
  if (current < last) data["next"] = {{"href", query_.link_to_page(current + 1)}};
  return data;
}

std::string SearchView::status(Json const& answer) const {
  auto const strict = count_of(answer, "total");
  auto const total = strict > 0 ? strict : count_of(answer, "total_relaxed");
  if (query_.is_empty()) return words_["latest"];
  if (answer.contains("total_is")) {
    auto text = words_["at_least"];
    if (auto const place = text.find("{n}"); place != std::string::npos)
      text.replace(place, 3, std::to_string(total));
    return text;
  }
  return words_.counted("articles", total);
}

} // namespace recap::web
