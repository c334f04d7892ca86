// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/algolia_attributes.hpp"
#include "searchd/search/request.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recap::api {

/// The condition that `attribute` has `value`. If that is not possible, the error names
/// `parameter`.
[[nodiscard]] search::Condition value_condition(AlgoliaAttribute const& attribute,
                                                std::string const& value,
                                                std::string const& parameter);

/// The condition that compares `attribute` with a number; `operation` is one of `= != < <= > >=`.
/// An article without the attribute matches only `!=`.
[[nodiscard]] search::Condition number_condition(AlgoliaAttribute const& attribute,
                                                 std::string_view operation, double number,
                                                 std::string const& parameter);

/// The condition that `attribute` is from `low` to `high`, inclusive.
[[nodiscard]] search::Condition range_condition(AlgoliaAttribute const& attribute, double low,
                                                double high, std::string const& parameter);

/// The attribute called `name`; throws search::BadRequest listing the known ones.
[[nodiscard]] AlgoliaAttribute const& filter_attribute(std::string_view name,
                                                       std::string const& parameter);

/// Throws search::BadRequest, naming `parameter`, if `count` exceeds `most`.
void check_count(std::size_t count, std::size_t most, std::string const& parameter);

/// Checks the number of all `conditions` of a search together, and of the ranges among them.
void check_counts(std::vector<search::AnyOf> const& conditions);

/// Parses `text` as a number; throws search::BadRequest.
[[nodiscard]] double read_number(std::string_view text, std::string const& parameter);

} // namespace recap::api
