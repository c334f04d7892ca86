// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/algolia_conditions.hpp"
#include "searchd/api/algolia_filters.hpp"
#include "searchd/api/bounds.hpp"
#include "searchd/api/json_reader.hpp"
#include "text/ascii.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace recap::api {
namespace {

using nlohmann::json;
using search::AnyOf;
using search::BadRequest;
using search::Condition;

std::string const& name_of(FilterList kind) {
  static std::string const names[] = {"facetFilters", "numericFilters", "tagFilters",
                                      "optionalFilters"};
  return names[static_cast<std::size_t>(kind)];
}

/// `-value` excludes; `\-value` begins with a minus.
bool take_minus(std::string_view& value) {
  bool const negated = value.starts_with('-');
  if (negated || value.starts_with("\\-")) value.remove_prefix(1);
  return negated;
}

Condition facet_filter(std::string_view text, std::string const& parameter) {
  auto const colon = text.find(':');
  if (colon == std::string_view::npos) {
    throw BadRequest(parameter + ": " + std::string(text) + " is not attribute:value", parameter);
  }
  auto value = text::trimmed(text.substr(colon + 1));
  bool const negated = take_minus(value);
  auto condition =
      value_condition(filter_attribute(text::trimmed(text.substr(0, colon)), parameter),
                      std::string(value), parameter);
  condition.negated = negated;
  return condition;
}

Condition tag_filter(std::string_view text, std::string const& parameter) {
  bool const negated = take_minus(text);
  auto condition =
      value_condition(filter_attribute("_tags", parameter), std::string(text), parameter);
  condition.negated = negated;
  return condition;
}

Condition number_filter(std::string_view text, std::string const& parameter) {
  auto const at = text.find_first_of(":<>=!");
  if (at == std::string_view::npos) {
    throw BadRequest(parameter + ": " + std::string(text) +
                         " is not a comparison such as year>=2020 or year:2020 TO 2024",
                     parameter);
  }
  auto const& attribute = filter_attribute(text::trimmed(text.substr(0, at)), parameter);
  auto const after = std::min(text.find_first_not_of(":<>=!", at), text.size());
  auto const operation = text.substr(at, after - at);
  auto const operand = text::trimmed(text.substr(after));
  if (operation == ":") {
    auto const to = operand.find(" TO ");
    if (to == std::string_view::npos)
      return number_condition(attribute, "=", read_number(operand, parameter), parameter);
    return range_condition(attribute, read_number(text::trimmed(operand.substr(0, to)), parameter),
                           read_number(text::trimmed(operand.substr(to + 4)), parameter),
                           parameter);
  }
  bool const known = operation == "=" || operation == "!=" || operation == "<" ||
                     operation == "<=" || operation == ">" || operation == ">=";
  if (!known) throw BadRequest(parameter + ": a comparison is one of = != < <= > >=", parameter);
  return number_condition(attribute, operation, read_number(operand, parameter), parameter);
}

Condition one(json const& value, FilterList kind) {
  std::string const& parameter = name_of(kind);
  if (!value.is_string()) {
    throw BadRequest(parameter + " is a list of strings and of lists of strings", parameter);
  }
  std::string_view const text = text::trimmed(value.get_ref<std::string const&>());
  switch (kind) {
  case FilterList::facets: return facet_filter(text, parameter);
  case FilterList::numbers: return number_filter(text, parameter);
  case FilterList::preferences:
    return facet_filter(text.substr(0, text.rfind("<score=")), parameter);
  case FilterList::tags: break;
  }
  return tag_filter(text, parameter);
}

/// The list that `a:1,(b:2,c:3)` means.
json conditions_of(std::string_view text) {
  json all = json::array();
  json* group = &all;
  std::string part;
  auto const end_part = [&] {
    if (auto const whole = text::trimmed(part); !whole.empty())
      group->push_back(std::string(whole));
    part.clear();
  };
  for (char const c : text) {
    if (c == '(' && group == &all && text::trimmed(part).empty()) {
      all.push_back(json::array());
      group = &all.back();
    } else if (c == ')' && group != &all) {
      end_part();
      group = &all;
    } else if (c == ',') {
      end_part();
    } else {
      part += c;
    }
  }
  end_part();
  return all;
}

json as_list(json const& value, std::string const& parameter) {
  if (!value.is_string()) return value;
  auto const& text = value.get_ref<std::string const&>();
  return text::trimmed(text).starts_with('[') ? read_json(text, parameter) : conditions_of(text);
}

std::size_t strings_in(json const& list) {
  std::size_t count = 0;
  for (auto const& member : list)
    count += member.is_array() ? member.size() : 1;
  return count;
}

} // namespace

std::vector<AnyOf> read_filter_list(json const& value, FilterList kind) {
  json const list = as_list(value, name_of(kind));
  if (!list.is_array()) {
    throw BadRequest(name_of(kind) + " is a list of strings and of lists of strings",
                     name_of(kind));
  }
  check_count(strings_in(list), kind == FilterList::preferences ? most_preferred : most_conditions,
              name_of(kind));
  std::vector<AnyOf> all;
  for (auto const& member : list) {
    AnyOf any;
    if (member.is_array()) {
      for (auto const& alternative : member)
        any.push_back(one(alternative, kind));
    } else {
      any.push_back(one(member, kind));
    }
    if (!any.empty()) all.push_back(std::move(any));
  }
  return all;
}

} // namespace recap::api
