// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

/// How much one request may ask for. More is a 400 that names the parameter (docs/options.md,
/// "Limits"), so that no request costs more time or memory than a small multiple of a
/// usual one. InstantSearch, the largest asker known, sends some ten conditions and five levels of
/// JSON.
namespace recap::api {

/// Arrays and objects in each other, of any JSON that comes from outside.
inline constexpr std::size_t deepest_json = 32;

/// Conditions of one search: all values and comparisons of `filters`, `facetFilters`,
/// `numericFilters` and `tagFilters` together, or of the filters of `GET /v1/search`.
inline constexpr std::size_t most_conditions = 256;

/// Of these, ranges of years or days, each of which may stand for a hundred terms of the index.
inline constexpr std::size_t most_ranges = 32;

/// Values of `optionalFilters`, each of which orders the hits once more.
inline constexpr std::size_t most_preferred = 64;

/// Names or words in a list such as `facets`, `attributesToRetrieve` or `optionalWords`.
inline constexpr std::size_t most_listed = 128;
/// Bytes of such a list, all of its members together.
inline constexpr std::size_t most_listed_bytes = 8 * 1024;

/// Bytes of `facetQuery`, as of `q` by default.
inline constexpr std::size_t longest_facet_query = 512;

/// Bytes of `highlightPreTag`, `highlightPostTag` and `snippetEllipsisText`, which are written once
/// for every word that matches.
inline constexpr std::size_t longest_tag = 128;

/// Bytes of text in the answer to one call.
inline constexpr std::size_t most_answer_bytes = 16 * 1024 * 1024;

} // namespace recap::api
