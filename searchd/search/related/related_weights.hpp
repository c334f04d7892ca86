// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

namespace recap::search {

/// Every number that ranks related stories.
///
/// The experiment meant below: articles judged relevant for the same query are related; nDCG@10 of
/// the related stories of 250 articles of Cranfield, CISI and the Korean MIRACL set (kowiki), in
/// this order. Those sets have no topics: the weights of topics and periods were chosen so
/// that the groups of corpus/ come out (tests/end_to_end/related_test.py).

/// Words of a story that are looked for in the others. 8: 0.269 0.302 0.441, 12: 0.305 0.365 0.470,
/// 20: 0.330 0.406 0.493, 30: 0.333 0.404 0.486. Each costs a posting list.
inline constexpr std::size_t related_words = 20;

/// Words weighed for these places: more, since parts of compounds and function words fall out.
inline constexpr std::size_t considered_words = 2 * related_words;

/// A word is asked for with its idf times this power of the share of its impact in the story. With
/// 12 words 0: 0.305 0.365 0.470, 0.5: 0.315 0.380 0.476, 1: 0.317 0.392 0.484; with 20 words
/// 0.5: 0.349 0.436 0.497.
inline constexpr double own_impact_power = 0.5;

/// Words that more than this part of the articles have tell nothing of one.
inline constexpr double most_common = 0.5;

/// Stems whose document frequency is looked up, those of the largest impact first and
/// longer ones before shorter. 256: 0.349 0.436 0.497, 128: 0.349 0.436 0.503, 64: 0.354 0.446
/// 0.491, and each costs a read.
inline constexpr std::size_t weighed_stems = 64;

/// Bytes of a story's text, from its beginning, in which the written forms are looked up, which
/// decides between compounds and their parts. 16 KiB or 4: no difference but on kowiki, 0.491 and
/// 0.508.
inline constexpr std::size_t scanned_bytes = 4 * 1024;

/// And where a hit shares later words only. What stands behind that is not told, and is no reason.
inline constexpr std::size_t scanned_bytes_at_most = 64 * 1024;

/// A shared topic, or one that the title names (title_names()), counts as this times the square of
/// its idf, so that one that two stories have outweighs several that half of all have. Of 126
/// drafts made of articles of a blog and two manuals (no topics, half of the text, every third word
/// left out), in whose titles a topic of the article stands, the first related story had that topic
/// for 64, and for 100 since such topics count; .32 and .68 of the first five.
inline constexpr double topic_boost = 0.5;

/// Topics of a story that are looked for, rarest first.
inline constexpr std::size_t related_topics = 24;

/// A story of the same year and season counts as a word with this idf. With 1 the two of summer
/// 2021 are fourth and sixth in each other's list.
inline constexpr double period_weight = 3.0;

/// Each earlier story by the same author, the one asked about among them, multiplies the score by
/// this.
inline constexpr double same_author_damping = 0.7;

/// From this share of what both have on, two articles are one; those below a part of the story's
/// own score are not looked at. Drafts made of 100 articles each of a blog, a Korean and an
/// English manual, found with 0.6 and 0.4, with 0.5 and 0.4, with 0.4 and 0.25 as here: every third
/// word replaced .05 .03 .04, .73 .43 .55, 1 .97 .86; the second half cut off .08 .18 .09, .64
/// .74 .38, .98 .97 .72; half as much added .36 .15 .44, .96 .72 .82, 1 .97 .94. Of the
/// articles themselves, another one was taken for the same 0 times in the blog, once in the Korean
/// manual (a page that had moved), and among an English reference's pages of one form.
inline constexpr double near_duplicate_share = 0.4;
inline constexpr double suspicious_score = 0.25;

/// Near-duplicates and versions in other languages that are looked at and told.
inline constexpr std::size_t most_same_story = 10;

/// Words told as the reason for a hit.
inline constexpr std::size_t told_words = 6;

/// Articles whose topics are thought of for a draft, and topics that are suggested.
inline constexpr std::size_t topic_neighbours = 10;
inline constexpr std::size_t suggested_topics = 8;

/// A topic all of whose words the draft has gains this much, times the impact of the weakest of
/// them, beside the share of the neighbours that have it.
inline constexpr double mention_weight = 0.5;

/// Topics below are no suggestion.
inline constexpr double least_topic_score = 0.25;

} // namespace recap::search
