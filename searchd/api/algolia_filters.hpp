// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/request.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string_view>
#include <vector>

namespace recap::api {

/// The conditions of the parameter `filters`, every one of which holds:
///
///     filters = any { "AND" any }
///     any     = some { "OR" some }
///     some    = [ "NOT" ] one | "(" [ "NOT" ] one { "OR" [ "NOT" ] one } ")"
///     one     = attribute ":" value [ "TO" value ] | attribute operator number | tag
///
/// A value with spaces or signs stands in quotes, single or double. As with Algolia, an AND
/// inside parentheses and a NOT before them are refused. Throws search::BadRequest.
[[nodiscard]] std::vector<search::AnyOf> read_filters(std::string_view text);

/// What one string of a filter list says.
enum class FilterList {
  facets,      ///< `attribute:value`, `attribute:-value`
  numbers,     ///< `attribute<=number`, `attribute:low TO high`
  tags,        ///< a value of `_tags`
  preferences, ///< as facets, `<score=2>` at the end being passed over
};

/// The conditions of `facetFilters`, `numericFilters`, `tagFilters` or `optionalFilters`: a list of
/// strings and of lists of alternatives, as JSON or as JSON in a string, or strings joined by
/// commas, alternatives in parentheses. Throws search::BadRequest.
[[nodiscard]] std::vector<search::AnyOf> read_filter_list(nlohmann::json const& value,
                                                          FilterList kind);

} // namespace recap::api
