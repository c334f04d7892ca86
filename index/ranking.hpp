// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace recap::index {

/// Weights used in ranking, by indexer and daemon. (Those of related stories are in
/// searchd/search/related/related_weights.hpp, the thresholds of completion and correction in
/// searchd/search/plan/expansion*.cpp.)
///
/// BM25F (Robertson, Zaragoza, Taylor 2004): the frequencies of a word in the fields of an article
/// are weighted, divided by the relative length of the field, added, and saturated once. The
/// saturated value does not depend on the query, so the indexer computes it and stores it as the
/// wdf ("impact"). A search then adds up idf x wdf and never reads a document length.

/// The parts of an article that have weights of their own. Positions in manifests: do not renumber.
enum class Part : std::uint8_t { title, alias, author, topic, label, summary, heading, body };
inline constexpr std::size_t part_count = 8;

struct PartWeight {
  double boost;                ///< an occurrence here counts as this many in the body
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

// Experiments: nDCG@10 on Cranfield, NPL, CISI, SciFact (train) and the Korean MIRACL set, in this
// order, with all other values as below, and without the second search (feedback_share).

/// k1 of BM25: the weighted frequency that has half of the full impact. 0.9: .371 .447 .401 .695
/// .695, 1.2: .378 .444 .402 .697 .697, 1.6: .384 .442 .400 .697 .694, 2: .388 .433 .400 .697 .693.
/// With the second search, 1 is better than 1.2 on four of five.
inline constexpr double saturation = 1.0;

/// Impact added to a word in the title (or another title), as a share of the full impact. Without:
/// .384 .449 .405 .701 .714, 0.1: .387 .449 .409 .704 .720, 0.2: .386 .449 .401 .703 .725.
inline constexpr double title_bonus = 0.1;

/// Stored impacts are whole numbers from 1 to this.
inline constexpr std::uint32_t largest_impact = 1000;

/// Weight of the exact form of a word, relative to its stem. English 0: .377 .447 .395 .698, 0.1:
/// .375 .448 .398 .698, 0.2: .378 .444 .402 .697, 0.4: .378 .443 .400 .692. Korean 0: .680, 0.1:
/// .688, 0.2: .697, 0.4: .688.
inline constexpr double exact_form_bonus = 0.1;
inline constexpr double exact_hangul_bonus = 0.2;

/// Weight of a synonym, relative to the word as typed with the same idf. Below 1, so that the word
/// as typed comes first among articles that use either as often.
inline constexpr double synonym_factor = 0.5;

/// Hangul and CJK: weight of all character pairs of a word together, relative to the word.
inline constexpr double bigram_share = 0.3;

/// Weight of a stop word (`the`, `of`), relative to other words. 1: .371 .439 .369 .697, 0.2: .378
/// .444 .402 .697, 0: .377 .444 .400 .697.
inline constexpr double stop_word_share = 0.2;

/// Bonus of an article whose whole title is the query, as a share of the idf of the words. With the
/// titles of 550 articles of a blog, 499 of a manual and 545 of a Korean one as queries, the
/// article comes first with 0 for .962 .940 .837, with 0.5 for 1 .994 .980, with 1 for 1 .994 .982.
inline constexpr double whole_title_share = 0.5;

/// Two neighbours in the query that are `d` words apart add acc / (1 + acc) of this times the
/// smaller of their idf; acc is the sum of 1 / d^2 over all places within `proximity_reach` words.
/// 0: .384 .447 .405 .700 .703, 0.3: .384 .449 .405 .701 .714, 0.5 over two neighbours: .380 .445
/// .405 .689 .722.
inline constexpr double proximity_weight = 0.3;
inline constexpr std::uint32_t proximity_reach = 8;

/// Number of top articles that are reranked by proximity and recency. The rest are ordered by their
/// words alone.
inline constexpr std::size_t ranking_window = 100;

/// The second search of a sentence (Rocchio 1971, as pseudo-relevance feedback) adds the most
/// significant words of its best articles, which together have this share of the weight of the
/// query. An article counts by its score relative to the best one, to the power of feedback_focus,
/// so that a single outstanding one decides. Share 0: .384 .447 .404 .705 .715; 0.5 with focus 1:
/// .402 .464 .410 .677 .711, focus 8: .414 .465 .421 .701 .719, focus 14: .413 .467 .418 .705 .717.
inline constexpr double feedback_share = 0.5;
inline constexpr double feedback_focus = 14;
inline constexpr std::size_t feedback_articles = 20;
inline constexpr std::size_t feedback_words = 30;
/// Exponent of idf when these words are chosen. 1: .412 .461 .417 .704 .721, 0.7: .414 .466 .420
/// .703 .720.
inline constexpr double feedback_idf_power = 0.7;

/// Weight of a noun of one syllable under another particle than the typed one. On the Korean set,
/// with everything else, 0.4, 0.6 and 1: .7167, 0.8: .7169; few queries have such a noun.
inline constexpr double particle_share = 0.8;

/// Weight of the noun that a Korean word would be without its last particle, if the index has the
/// word as typed and it may be a noun itself: 마이크 for 마이크로. Low, so that a single 마이크로
/// ranks above many 마이크. Not used in sentences: the Korean set has no such query.
inline constexpr double stripped_noun_share = 0.2;

/// Weight of a completion or correction, relative to the word as typed. Its idf is at most that of
/// the word, so that a rarer word does not outrank it.
inline constexpr double completion_share = 0.6;
inline constexpr double correction_share = 0.7;

/// Weight of a value that a client prefers: about two rare words. Not measured, because the judged
/// sets have no preferences.
inline constexpr double preference_weight = 10;

/// How much more the newest article scores than a very old one, by default. Half of it is gone
/// after recency_half_life_days.
inline constexpr double default_recency = 0.1;
inline constexpr double recency_half_life_days = 730;

/// Words per part: of one article, of all, or on average.
using FieldLengths = std::array<double, part_count>;

/// Frequency of a word in each part of one article.
using PartFrequencies = std::array<std::uint32_t, part_count>;

/// The impact of a word: 1 to largest_impact. A part without an average (0) counts as of average
/// length.
[[nodiscard]] std::uint32_t impact(PartFrequencies const& frequencies, FieldLengths const& lengths,
                                   FieldLengths const& average_lengths);

} // namespace recap::index
