// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

/// Limits of one request. Beyond them, the response is a 400 that names the parameter
/// (docs/options.md, "Limits"), so that no request costs more time or memory than a small multiple
/// of a usual one. InstantSearch, the most demanding known client, sends about ten conditions and
/// five levels of JSON.
namespace recap::api {

/// Nesting of arrays and objects in any JSON received.
inline constexpr std::size_t deepest_json = 32;

/// Conditions of one search: all values and comparisons of `filters`, `facetFilters`,
/// `numericFilters` and `tagFilters` together, or of the filters of `GET /v1/search`.
inline constexpr std::size_t most_conditions = 256;

/// Ranges of years or days among these; each may expand to a hundred terms.
inline constexpr std::size_t most_ranges = 32;

/// Values of `optionalFilters`; each reorders the hits.
inline constexpr std::size_t most_preferred = 64;

/// Names or words in a list such as `facets`, `attributesToRetrieve` or `optionalWords`.
inline constexpr std::size_t most_listed = 128;
/// Bytes of such a list altogether.
inline constexpr std::size_t most_listed_bytes = 8 * 1024;

/// Bytes of `facetQuery`, as of `q` by default.
inline constexpr std::size_t longest_facet_query = 512;

/// Bytes of `highlightPreTag`, `highlightPostTag` and `snippetEllipsisText`, which are repeated for
/// every matching word.
inline constexpr std::size_t longest_tag = 128;

/// Bytes of text in the response to one call.
inline constexpr std::size_t most_answer_bytes = 16 * 1024 * 1024;

} // namespace recap::api
