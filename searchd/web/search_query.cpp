// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/web/search_query.hpp"

#include "searchd/web/link.hpp"

#include <algorithm>
#include <charconv>

namespace recap::web {
namespace {

/// The last page of `GET /v1/search` (docs/http-api.md): offset 10,000.
constexpr std::size_t last_page = 10'000 / hits_on_a_page + 1;

std::size_t page_number(std::string const& text) {
  std::size_t number = 1;
  auto const* const end = text.data() + text.size();
  auto const [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && stop == end ? std::clamp<std::size_t>(number, 1, last_page) : 1;
}

void append(NameValues& to, NameValues const& more) {
  to.insert(to.end(), more.begin(), more.end());
}

} // namespace

SearchQuery::SearchQuery(NameValues const& parameters) {
  for (auto const& [name, value] : parameters) {
    if (value.empty()) continue;
    if (name == "q") q = value;
    if (name == "sort") sort = value;
    if (name == "typo") as_typed = value == "off";
    if (name == "page") page = page_number(value);
    if (name == "from" || name == "to") {
      std::erase_if(dates, [&](auto const& date) { return date.first == name; });
      dates.emplace_back(name, value);
    }
    auto const is_filter = [](std::string const& field) {
      return std::ranges::find(filter_fields, field) != std::end(filter_fields);
    };
    if (name == "more" && is_filter(value) && !opens(value)) opened.push_back(value);
    if (is_filter(name) && !has_filter(name, value)) filters.emplace_back(name, value);
  }
}

NameValues SearchQuery::api_parameters() const {
  NameValues all{{"q", q}};
  append(all, filters);
  append(all, dates);
  if (!sort.empty()) all.emplace_back("sort", sort);
  if (as_typed) all.emplace_back("typo", "off");
  return all;
}

std::string SearchQuery::link_to_page(std::size_t number) const {
  auto parameters = api_parameters();
  if (number > 1) parameters.emplace_back("page", std::to_string(number));
  return address(search_page, parameters);
}

std::string SearchQuery::link_without(std::string const& field, std::string const& value) const {
  auto parameters = api_parameters();
  std::erase(parameters, std::pair(field, value));
  return address(search_page, parameters);
}

SearchQuery SearchQuery::without_filters() const {
  auto other = *this;
  other.filters.clear();
  other.dates.clear();
  other.page = 1;
  return other;
}

std::string SearchQuery::link_for(std::string const& text) const {
  auto other = *this;
  other.q = text;
  return other.link_corrected(true);
}

std::string SearchQuery::link_corrected(bool on) const {
  auto other = *this;
  other.as_typed = !on;
  return other.link(search_page);
}

std::string SearchQuery::link(std::string_view path) const {
  return address(path, api_parameters());
}

std::string SearchQuery::link_opening(std::string const& field) const {
  auto parameters = api_parameters();
  if (page > 1) parameters.emplace_back("page", std::to_string(page));
  for (auto const& other : opened)
    parameters.emplace_back("more", other);
  parameters.emplace_back("more", field);
  return address(search_page, parameters);
}

bool SearchQuery::opens(std::string_view field) const {
  return std::ranges::find(opened, field) != opened.end();
}

bool SearchQuery::has_filter(std::string_view field, std::string_view value) const {
  return std::ranges::any_of(
      filters, [&](auto const& one) { return one.first == field && one.second == value; });
}

} // namespace recap::web
