// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

namespace recap::search {

/// Weights that rank related stories.
///
/// Experiment: articles judged relevant for the same query are related; nDCG@10 of the related
/// stories of 250 articles of Cranfield, CISI and the Korean MIRACL set (kowiki), in this order.
/// Those sets have no topics: the weights of topics and periods were chosen so that the groups of
/// corpus/ are found (tests/end_to_end/related_test.py).

/// Words of a story that are searched for in the others. 8: 0.269 0.302 0.441, 12: 0.305 0.365
/// 0.470, 20: 0.330 0.406 0.493, 30: 0.333 0.404 0.486. Each costs a posting list.
inline constexpr std::size_t related_words = 20;

/// Candidates for these words: more, because parts of compounds and function words are dropped.
inline constexpr std::size_t considered_words = 2 * related_words;

/// The weight of a word is its idf times this power of its share of the impact in the story. With
/// 12 words 0: 0.305 0.365 0.470, 0.5: 0.315 0.380 0.476, 1: 0.317 0.392 0.484; with 20 words 0.5:
/// 0.349 0.436 0.497.
inline constexpr double own_impact_power = 0.5;

/// Words that more than this share of the articles have are not significant.
inline constexpr double most_common = 0.5;

/// Stems whose document frequency is looked up, largest impact first, and longer before shorter
/// ones. 256: 0.349 0.436 0.497, 128: 0.349 0.436 0.503, 64: 0.354 0.446 0.491. Each costs a read.
inline constexpr std::size_t weighed_stems = 64;

/// Bytes of a story's text, from its beginning, that are scanned for written forms, which decide
/// between compounds and their parts. 16 KiB or 4: no difference except on kowiki, 0.491 and 0.508.
inline constexpr std::size_t scanned_bytes = 4 * 1024;

/// The same if a hit shares only later words. Words after that are never shown as a reason.
inline constexpr std::size_t scanned_bytes_at_most = 64 * 1024;

/// Weight of a shared topic, or one that the title names (title_names()), times the square of its
/// idf: a topic of two stories outweighs several topics of half of all stories. For 126 drafts made
/// of articles of a blog and two manuals (without topics, half of the text, without every third
/// word) whose titles have a topic of the article, the first related story had that topic in 64
/// cases, and in 100 with topics of titles; .32 and .68 of the first five.
inline constexpr double topic_boost = 0.5;

/// Topics of a story that are searched for, rarest first.
inline constexpr std::size_t related_topics = 24;

/// Idf equivalent of having the same year and season. With 1, the two stories of summer 2021 are
/// fourth and sixth in each other's lists.
inline constexpr double period_weight = 3.0;

/// Factor of the score for each earlier story by the same author, including the given one.
inline constexpr double same_author_damping = 0.7;

/// Two articles with at least this similarity are near-duplicates; candidates below a share of the
/// story's own score are not compared. Drafts made of 100 articles each of a blog, a Korean and an
/// English manual, found with 0.6 and 0.4, with 0.5 and 0.4, with 0.4 and 0.25 as here: every third
/// word replaced .05 .03 .04, .73 .43 .55, 1 .97 .86; the second half cut off .08 .18 .09, .64 .74
/// .38, .98 .97 .72; half as much added .36 .15 .44, .96 .72 .82, 1 .97 .94. Among the articles
/// themselves there were no false near-duplicates in the blog, one in the Korean manual (a page
/// that had moved), and some among an English reference's pages of one form.
inline constexpr double near_duplicate_share = 0.4;
inline constexpr double suspicious_score = 0.25;

/// Most near-duplicates and versions in other languages that are compared and returned.
inline constexpr std::size_t most_same_story = 10;

/// Most words given as the reason for a hit.
inline constexpr std::size_t most_shared_words = 6;

/// Articles whose topics are considered for a draft, and topics that are suggested.
inline constexpr std::size_t topic_neighbours = 10;
inline constexpr std::size_t suggested_topics = 8;

/// Added to the score of a topic if the draft has all of its words, times the impact of the weakest
/// of them; the rest is the share of the neighbours that have the topic.
inline constexpr double mention_weight = 0.5;

/// Topics with a lower score are not suggested.
inline constexpr double least_topic_score = 0.25;

} // namespace recap::search
