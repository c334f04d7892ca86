// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace recap::index {

/// Every number that decides a rank stands in this file. The indexer computes with
/// the first half, the search with the second; both sides of one formula.
///
/// BM25F (Robertson, Zaragoza, Taylor 2004): the frequencies of a word in the
/// fields of an article are weighted, divided by the relative length of the field,
/// added, and saturated once. The saturated value does not depend on the query, so it
/// is computed when indexing and stored as the wdf ("impact"); a search then adds up
/// idf x wdf and never reads a document length.

/// The parts of an article that weigh differently. Positions in manifests: do not renumber.
enum class Part : std::uint8_t { title, alias, author, topic, label, summary, heading, body };
inline constexpr std::size_t part_count = 8;

struct PartWeight {
  double boost;                ///< an occurrence here counts as so many in the body
  double length_normalisation; ///< b of BM25: 0 = length does not matter, 1 = fully
};

inline constexpr std::array<PartWeight, part_count> part_weights{{
    {4.0, 0.4}, // title
    {3.0, 0.4}, // alias
    {2.0, 0.0}, // author
    {2.0, 0.2}, // topic
    {1.0, 0.0}, // label: year and names of the season
    {1.5, 0.4}, // summary
    {2.0, 0.4}, // heading
    {1.0, 0.6}, // body
}};

/// k1 of BM25: the weighted frequency at which half of the full impact is reached.
inline constexpr double saturation = 1.2;

/// Stored impacts are whole numbers from 1 to this.
inline constexpr std::uint32_t largest_impact = 1000;

/// A word that stands in the article just as it was typed counts this much beside its stem.
inline constexpr double exact_form_bonus = 0.2;

/// A synonym counts this much of the word typed, both being equally rare; so that in articles that
/// say the same as often, the word typed comes first.
inline constexpr double synonym_factor = 0.5;

/// Hangul and CJK: the pairs of characters of a word, together, count this much of it.
inline constexpr double bigram_share = 0.3;

/// Words per part, of one article, of all, or on average.
using FieldLengths = std::array<double, part_count>;

/// How often a word stands in each part of one article.
using PartFrequencies = std::array<std::uint32_t, part_count>;

/// The impact of a word: 1 to largest_impact. Parts without an average (0) count
/// as being of average length.
[[nodiscard]] std::uint32_t impact(PartFrequencies const& frequencies, FieldLengths const& lengths,
                                   FieldLengths const& average_lengths);

} // namespace recap::index
