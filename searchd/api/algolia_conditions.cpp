// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/algolia_conditions.hpp"

#include "searchd/api/bounds.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

namespace recap::api {
namespace {

using index::FieldId;
using search::BadRequest;
using search::Condition;

constexpr double seconds_a_day = 86'400;

/// The range of a field's numbers: years, or days since 1970 for years of four digits.
struct Scale {
  double unit;
  double least;
  double most;
};

constexpr Scale years{1, 0, 9999};
constexpr Scale days{seconds_a_day, -719'162, 2'932'896};

Scale const& scale_of(AlgoliaAttribute const& attribute) {
  return attribute.field == FieldId::date ? days : years;
}

std::string padded(unsigned number, std::size_t digits) {
  std::string const figures = std::to_string(number);
  return std::string(digits - std::min(digits, figures.size()), '0') + figures;
}

std::string written(AlgoliaAttribute const& attribute, double number) {
  if (attribute.field != FieldId::date) return padded(static_cast<unsigned>(number), 4);
  std::chrono::year_month_day const date{
      std::chrono::sys_days(std::chrono::days(static_cast<int>(number)))};
  return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + '-' +
         padded(static_cast<unsigned>(date.month()), 2) + '-' +
         padded(static_cast<unsigned>(date.day()), 2);
}

/// Whole units from `low` to `high`; infinite = open.
Condition units(AlgoliaAttribute const& attribute, double low, double high) {
  Scale const& scale = scale_of(attribute);
  Condition condition;
  condition.field = attribute.field;
  if (low > high || low > scale.most || high < scale.least) {
    condition.from = "9999"; // a range that ends before it begins holds nothing
    condition.to = "0001";
    return condition;
  }
  if (low > scale.least) condition.from = written(attribute, low);
  if (high < scale.most) condition.to = written(attribute, high);
  return condition;
}

void check_is_number(AlgoliaAttribute const& attribute, std::string const& parameter) {
  if (attribute.is_number) return;
  throw BadRequest(parameter + ": " + std::string(attribute.name) +
                       " is not a number; year and date_timestamp are",
                   parameter);
}

} // namespace

Condition value_condition(AlgoliaAttribute const& attribute, std::string const& value,
                          std::string const& parameter) {
  if (value.empty()) {
    throw BadRequest(parameter + ": " + std::string(attribute.name) + ": needs a value", parameter);
  }
  if (attribute.field == FieldId::date)
    return number_condition(attribute, "=", read_number(value, parameter), parameter);
  Condition condition;
  condition.field = attribute.field;
  condition.value = index::stored_value(index::field(attribute.field), value).value_or(value);
  return condition;
}

Condition number_condition(AlgoliaAttribute const& attribute, std::string_view operation,
                           double number, std::string const& parameter) {
  check_is_number(attribute, parameter);
  double const at = number / scale_of(attribute).unit;
  if (operation == "<") return units(attribute, -INFINITY, std::ceil(at) - 1);
  if (operation == "<=") return units(attribute, -INFINITY, std::floor(at));
  if (operation == ">") return units(attribute, std::floor(at) + 1, INFINITY);
  if (operation == ">=") return units(attribute, std::ceil(at), INFINITY);
  auto condition = units(attribute, std::ceil(at), std::floor(at));
  condition.negated = operation == "!=";
  return condition;
}

Condition range_condition(AlgoliaAttribute const& attribute, double low, double high,
                          std::string const& parameter) {
  check_is_number(attribute, parameter);
  double const unit = scale_of(attribute).unit;
  return units(attribute, std::ceil(low / unit), std::floor(high / unit));
}

AlgoliaAttribute const& filter_attribute(std::string_view name, std::string const& parameter) {
  if (auto const* const attribute = algolia_attribute(name)) return *attribute;
  std::string names;
  for (auto const& attribute : algolia_attributes())
    names.append(names.empty() ? "" : ", ").append(attribute.name);
  throw BadRequest(parameter + ": unknown attribute " + std::string(name) + "; filter by one of " +
                       names,
                   parameter);
}

void check_count(std::size_t count, std::size_t most, std::string const& parameter) {
  if (count <= most) return;
  throw BadRequest(parameter + ": a search has at most " + std::to_string(most) +
                       " of these, not " + std::to_string(count),
                   parameter);
}

void check_counts(std::vector<search::AnyOf> const& conditions) {
  std::size_t count = 0;
  std::size_t ranges = 0;
  for (auto const& any : conditions) {
    count += any.size();
    ranges += static_cast<std::size_t>(std::ranges::count_if(any, [](Condition const& one) {
      return one.value.empty() && one.from != one.to; // a single year or day is a single term
    }));
  }
  check_count(count, most_conditions, "filters");
  if (ranges > most_ranges) {
    throw BadRequest("filters: a search has at most " + std::to_string(most_ranges) +
                         " ranges of years and days, not " + std::to_string(ranges),
                     "filters");
  }
}

double read_number(std::string_view text, std::string const& parameter) {
  double number = 0;
  auto const* const last = text.data() + text.size();
  auto const [end, error] = std::from_chars(text.data(), last, number);
  if (error != std::errc() || end != last || !std::isfinite(number)) {
    throw BadRequest(parameter + ": " + std::string(text) + " is not a number", parameter);
  }
  return number;
}

} // namespace recap::api
