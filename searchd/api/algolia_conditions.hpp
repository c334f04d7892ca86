// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/algolia_attributes.hpp"
#include "searchd/search/request.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recap::api {

/// `attribute` has `value`. `parameter` is named where that cannot be asked.
[[nodiscard]] search::Condition value_condition(AlgoliaAttribute const& attribute,
                                                std::string const& value,
                                                std::string const& parameter);

/// `attribute` compared with a number: `operation` is one of `= != < <= > >=`. An
/// article without the attribute meets `!=` alone.
[[nodiscard]] search::Condition number_condition(AlgoliaAttribute const& attribute,
                                                 std::string_view operation, double number,
                                                 std::string const& parameter);

/// From `low` to `high`, both included.
[[nodiscard]] search::Condition range_condition(AlgoliaAttribute const& attribute, double low,
                                                double high, std::string const& parameter);

/// The attribute called `name`; throws search::BadRequest naming those there are.
[[nodiscard]] AlgoliaAttribute const& filter_attribute(std::string_view name,
                                                       std::string const& parameter);

/// Throws search::BadRequest where `count` conditions are more than `most`, naming `parameter`.
void check_count(std::size_t count, std::size_t most, std::string const& parameter);

/// The same for all `conditions` of a search together, and for the ranges among them.
void check_counts(std::vector<search::AnyOf> const& conditions);

/// All of `text` as a number; throws search::BadRequest.
[[nodiscard]] double read_number(std::string_view text, std::string const& parameter);

} // namespace recap::api
