// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/request.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string_view>
#include <vector>

namespace recap::api {

/// Parses the parameter `filters`; an article must match all of its conditions:
///
///     filters = any { "AND" any }
///     any     = some { "OR" some }
///     some    = [ "NOT" ] one | "(" [ "NOT" ] one { "OR" [ "NOT" ] one } ")"
///     one     = attribute ":" value [ "TO" value ] | attribute operator number | tag
///
/// A value with spaces or punctuation is quoted, single or double. As with Algolia, an AND
/// inside parentheses and a NOT before them are refused. Throws search::BadRequest.
[[nodiscard]] std::vector<search::AnyOf> read_filters(std::string_view text);

/// The kinds of filter lists.
enum class FilterList {
  facets,      ///< `attribute:value`, `attribute:-value`
  numbers,     ///< `attribute<=number`, `attribute:low TO high`
  tags,        ///< a value of `_tags`
  preferences, ///< as facets; a final `<score=2>` is ignored
};

/// Parses `facetFilters`, `numericFilters`, `tagFilters` or `optionalFilters`: a list of strings
/// and of lists of alternatives, as JSON or as JSON in a string; or comma-separated strings, with
/// alternatives in parentheses. Throws search::BadRequest.
[[nodiscard]] std::vector<search::AnyOf> read_filter_list(nlohmann::json const& value,
                                                          FilterList kind);

} // namespace recap::api
