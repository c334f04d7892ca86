// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace recap::search {

/// A story similar to the given one, and what they share.
struct RelatedHit {
  index::Record article;           ///< without the texts of its sections
  double score = 0;                ///< relative to the score of the story itself, 0 to 1
  std::vector<std::string> topics; ///< shared, rarest first
  std::vector<std::string> words;  ///< shared, as the given story writes them, heaviest first
  bool same_period = false;        ///< both are about the same year and season
};

/// An article that is the same story as the given one.
struct SameStory {
  index::Record article;   ///< without the texts of its sections
  double share = 0;        ///< similarity, 0 to 1; small for a version in another language
  bool is_version = false; ///< in another language
};

struct SuggestedTopic {
  std::string topic;
  double score = 0;         ///< 0 to 1
  std::size_t articles = 0; ///< number of articles with this topic in the index
  bool in_text = false;     ///< the draft has all words of the topic
};

struct RelatedResult {
  std::uint64_t generation = 0;
  std::vector<RelatedHit> hits;           ///< best first
  std::vector<SameStory> near_duplicates; ///< most alike first
  std::vector<SameStory> versions;        ///< in other languages
  std::vector<SuggestedTopic> topics;     ///< for drafts: topics that it does not have
  std::chrono::microseconds took{0};
};

} // namespace recap::search
