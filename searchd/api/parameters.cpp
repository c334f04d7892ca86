// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/parameters.hpp"

#include "searchd/api/bounds.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <set>
#include <string_view>

namespace recap::api {
namespace {

using search::BadRequest;
using Question = search::Request;

template <typename Value>
struct Choice {
  std::string_view name;
  Value value;
};

template <typename Value, std::size_t N>
Value choice(std::string const& name, std::string const& value,
             std::array<Choice<Value>, N> const& choices) {
  std::string names;
  for (auto const& one : choices) {
    if (one.name == value) return one.value;
    names.append(names.empty() ? "" : ", ").append(one.name);
  }
  throw BadRequest(name + " is one of " + names, name);
}

constexpr std::array<Choice<search::Sort>, 3> sorts{{
    {"relevance", search::Sort::relevance},
    {"newest", search::Sort::newest},
    {"oldest", search::Sort::oldest},
}};

constexpr std::array<Choice<search::Highlight>, 3> highlights{{
    {"mark", search::Highlight::mark},
    {"em", search::Highlight::em},
    {"none", search::Highlight::none},
}};

index::Field const* facet_field(std::string_view name) {
  auto const id = index::field_named(name);
  return id && index::field(*id).facet ? &index::field(*id) : nullptr;
}

constexpr std::array<Choice<bool>, 2> corrections{{{"auto", true}, {"off", false}}};
constexpr std::array<Choice<bool>, 2> switches{{{"on", true}, {"off", false}}};
constexpr std::array<Choice<bool>, 2> truths{{{"true", true}, {"false", false}}};

double share(std::string const& name, std::string const& value) {
  double parsed = -1;
  auto const* const last = value.data() + value.size();
  auto const [end, error] = std::from_chars(value.data(), last, parsed);
  if (error != std::errc() || end != last || !(parsed >= 0 && parsed <= 1))
    throw BadRequest(name + " is a number from 0 to 1", name);
  return parsed;
}

std::string facet_names() {
  std::string names;
  for (auto const& field : index::fields) {
    if (field.facet) names.append(names.empty() ? "" : ", ").append(field.name);
  }
  return names;
}

void read_facets(Question& request, std::string_view list) {
  while (!list.empty()) {
    auto const comma = std::min(list.find(','), list.size());
    auto const* const field = facet_field(list.substr(0, comma));
    if (field == nullptr) throw BadRequest("facets is a list of " + facet_names(), "facets");
    if (std::ranges::find(request.facets, field->id) == request.facets.end())
      request.facets.push_back(field->id);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
}

struct Parameter {
  std::string_view name;
  void (*read)(Question&, std::string const& value);
};

/// Parameters other than the filters, which are named like the facet fields.
constexpr std::array<Parameter, 13> single_parameters{{
    {"q", [](Question& request, std::string const& value) { request.q = value; }},
    {"from", [](Question& request, std::string const& value) { request.from = value; }},
    {"to", [](Question& request, std::string const& value) { request.to = value; }},
    {"sort", [](Question& request,
                std::string const& value) { request.sort = choice("sort", value, sorts); }},
    {"limit",
     [](Question& request, std::string const& value) {
       request.limit = whole_number("limit", value, largest_limit);
     }},
    {"offset",
     [](Question& request, std::string const& value) {
       request.offset = whole_number("offset", value, largest_offset);
     }},
    {"facets", [](Question& request, std::string const& value) { read_facets(request, value); }},
    {"highlight",
     [](Question& request, std::string const& value) {
       request.highlight = choice("highlight", value, highlights);
     }},
    {"more_sections",
     [](Question& request, std::string const& value) {
       request.more_sections = whole_number("more_sections", value, search::most_more_sections);
     }},
    {"typo",
     [](Question& request, std::string const& value) {
       request.corrects = choice("typo", value, corrections);
     }},
    {"prefix",
     [](Question& request, std::string const& value) {
       request.completes = choice("prefix", value, switches);
     }},
    {"explain",
     [](Question& request, std::string const& value) {
       request.explains = choice("explain", value, truths);
     }},
    {"recency", [](Question& request,
                   std::string const& value) { request.recency = share("recency", value); }},
}};

std::string parameter_names() {
  std::string names;
  for (auto const& parameter : single_parameters)
    names.append(parameter.name).append(", ");
  return names + facet_names();
}

} // namespace

search::Request search_request(NameValues const& parameters) {
  Question request;
  request.limit = default_limit;
  std::size_t filters = 0;
  std::set<std::string_view> seen;
  for (auto const& [name, value] : parameters) {
    auto const parameter =
        std::ranges::find(single_parameters, std::string_view(name), &Parameter::name);
    auto const* const filter = facet_field(name);
    if (parameter == single_parameters.end() && filter == nullptr) {
      throw BadRequest("there is no parameter " + name + "; there are " + parameter_names(), name);
    }
    if (filter != nullptr) {
      if (!value.empty()) request.filters[filter->id].push_back(value);
      if (++filters > most_conditions)
        throw BadRequest("more than " + std::to_string(most_conditions) + " filters", name);
      continue;
    }
    if (!seen.insert(parameter->name).second) throw BadRequest(name + " is given twice", name);
    if (!value.empty()) parameter->read(request, value);
  }
  return request;
}

std::size_t whole_number(std::string const& name, std::string const& value, std::size_t largest) {
  std::size_t parsed = 0;
  auto const* const last = value.data() + value.size();
  auto const [end, error] = std::from_chars(value.data(), last, parsed);
  if (error != std::errc() || end != last || parsed > largest) {
    throw BadRequest(name + " is a whole number from 0 to " + std::to_string(largest), name);
  }
  return parsed;
}

std::size_t related_limit(NameValues const& parameters) {
  std::optional<std::size_t> limit;
  for (auto const& [name, value] : parameters) {
    if (name != "limit") throw BadRequest("the only parameter here is limit", name);
    if (limit) throw BadRequest("limit is given twice", name);
    limit = value.empty() ? default_related : whole_number(name, value, largest_related);
  }
  return limit.value_or(default_related);
}

search::SuggestRequest suggest_request(NameValues const& parameters) {
  search::SuggestRequest request;
  request.limit = default_suggestions;
  std::set<std::string_view> seen;
  for (auto const& [name, value] : parameters) {
    if (name != "q" && name != "limit") {
      throw BadRequest("there is no parameter " + name + "; there are q, limit", name);
    }
    if (!seen.insert(name).second) throw BadRequest(name + " is given twice", name);
    if (value.empty()) continue;
    if (name == "q") {
      request.q = value;
    } else {
      request.limit = whole_number("limit", value, largest_suggestions);
    }
  }
  return request;
}

} // namespace recap::api
