// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace recap::index {

/// Weights used in ranking: both sides of one formula, and what the
/// search adds to it. (Related stories have their own in
/// searchd/search/related/related_weights.hpp.)
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
    {2.0, 0.4}, // title
    {2.0, 0.4}, // alias
    {2.0, 0.0}, // author
    {2.0, 0.2}, // topic
    {1.0, 0.0}, // label: year and names of the season
    {1.5, 0.4}, // summary
    {1.5, 0.4}, // heading
    {1.0, 0.6}, // body
}};

// The experiments below: nDCG@10 on Cranfield, NPL, CISI, SciFact (train) and the Korean MIRACL
// set, in this order, all else as it stands here, before the second look (feedback_share).

/// k1 of BM25: the weighted frequency at which half of the full impact is reached.
/// 0.9: .371 .447 .401 .695 .695, 1.2: .378 .444 .402 .697 .697, 1.6: .384 .442 .400 .697 .694,
/// 2: .388 .433 .400 .697 .693. With the second look 1 is better than 1.2 on four of five.
inline constexpr double saturation = 1.0;

/// A word of the title (or of another title) is worth this much more than its frequency says, in
/// parts of the full impact. Without: .384 .449 .405 .701 .714, 0.1: .387 .449 .409 .704 .720,
/// 0.2: .386 .449 .401 .703 .725.
inline constexpr double title_bonus = 0.1;

/// Stored impacts are whole numbers from 1 to this.
inline constexpr std::uint32_t largest_impact = 1000;

/// A word that stands in the article just as it was typed counts this much beside its stem. English
/// 0: .377 .447 .395 .698, 0.1: .375 .448 .398 .698, 0.2: .378 .444 .402 .697, 0.4: .378 .443 .400
/// .692. Korean 0: .680, 0.1: .688, 0.2: .697, 0.4: .688.
inline constexpr double exact_form_bonus = 0.1;
inline constexpr double exact_hangul_bonus = 0.2;

/// A synonym counts this much of the word typed, both being equally rare; so that in articles that
/// say the same as often, the word typed comes first.
inline constexpr double synonym_factor = 0.5;

/// Hangul and CJK: the pairs of characters of a word, together, count this much of it.
inline constexpr double bigram_share = 0.3;

/// A word that joins others (`the`, `of`) counts this much beside words that name something.
/// 1: .371 .439 .369 .697, 0.2: .378 .444 .402 .697, 0: .377 .444 .400 .697.
inline constexpr double stop_word_share = 0.2;

/// An article whose whole title is the query gets this part of the idf of its words on top. The
/// titles of 550 articles of a blog, of 499 of a manual and 545 of a Korean one as queries: found
/// first with 0 .962 .940 .837, with 0.5 1 .994 .980, with 1 1 .994 .982.
inline constexpr double whole_title_share = 0.5;

/// Two neighbours of the query that stand `d` words apart add acc / (1 + acc) of this times the
/// smaller of their idf, acc being the sum of 1 / d^2 over all places within `proximity_reach`
/// words. 0: .384 .447 .405 .700 .703, 0.3: .384 .449 .405 .701 .714, 0.5 over two neighbours:
/// .380 .445 .405 .689 .722.
inline constexpr double proximity_weight = 0.3;
inline constexpr std::uint32_t proximity_reach = 8;

/// Articles at the top whose words are looked at for proximity and recency; behind them the order
/// is that of the words alone.
inline constexpr std::size_t ranking_window = 100;

/// The second look at a sentence (Rocchio 1971, as pseudo-relevance feedback): the words that
/// weigh most in its best articles are asked for as well, all together with this share of the
/// weight of the query. An article counts by its score against the best one's to the power of
/// feedback_focus, so that one that stands out is followed alone. Share 0: .384 .447 .404 .705
/// .715; 0.5 with focus 1: .402 .464 .410 .677 .711, focus 8: .414 .465 .421 .701 .719, focus 14:
/// .413 .467 .418 .705 .717.
inline constexpr double feedback_share = 0.5;
inline constexpr double feedback_focus = 14;
inline constexpr std::size_t feedback_articles = 20;
inline constexpr std::size_t feedback_words = 30;
/// Of a word's idf when it is chosen. 1: .412 .461 .417 .704 .721, 0.7: .414 .466 .420 .703 .720.
inline constexpr double feedback_idf_power = 0.7;

/// A noun of one syllable under another particle than the typed one counts this much of it. On the
/// Korean set, with everything, 0.4, 0.6 and 1: .7167, 0.8: .7169; few queries have such a noun.
inline constexpr double particle_share = 0.8;

/// What a Korean word may be under a particle counts this much where the word as typed stands in
/// the index and may be a noun of its own: 마이크 beside 마이크로. Little, so that a single
/// 마이크로 comes before many 마이크. Not of sentences: the Korean set has no such query.
inline constexpr double stripped_noun_share = 0.2;

/// How much a completion or a corrected word counts beside the word itself, and at most
/// with the idf of that word: a rarer word must not outrank what was typed.
inline constexpr double completion_share = 0.6;
inline constexpr double correction_share = 0.7;

/// What a client's preference for a value counts: about two rare words. Not measured: the judged
/// sets have no preferences.
inline constexpr double preference_weight = 10;

/// An article as new as the newest is worth this part more than a very old one, by default; half of
/// it is gone after recency_half_life_days.
inline constexpr double default_recency = 0.1;
inline constexpr double recency_half_life_days = 730;

/// Words per part, of one article, of all, or on average.
using FieldLengths = std::array<double, part_count>;

/// How often a word stands in each part of one article.
using PartFrequencies = std::array<std::uint32_t, part_count>;

/// The impact of a word: 1 to largest_impact. Parts without an average (0) count
/// as being of average length.
[[nodiscard]] std::uint32_t impact(PartFrequencies const& frequencies, FieldLengths const& lengths,
                                   FieldLengths const& average_lengths);

} // namespace recap::index
