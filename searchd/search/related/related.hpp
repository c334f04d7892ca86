// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace recap::search {

/// A story like the one asked about, with what both have.
struct RelatedHit {
  index::Record article;           ///< without the texts of its sections
  double score = 0;                ///< share of what the story itself would score, 0 to 1
  std::vector<std::string> topics; ///< shared, rarest first
  std::vector<std::string>
      words;                ///< shared, as the story asked about writes them, weightiest first
  bool same_period = false; ///< both tell about the same year and season
};

/// An article that is the same story as the one asked about.
struct SameStory {
  index::Record article;   ///< without the texts of its sections
  double share = 0;        ///< of what both have, 0 to 1; small for a version in another language
  bool is_version = false; ///< in another language
};

struct SuggestedTopic {
  std::string topic;
  double score = 0;         ///< 0 to 1
  std::size_t articles = 0; ///< with this topic, of the index
  bool in_text = false;     ///< the draft has all words of the topic
};

struct RelatedResult {
  std::uint64_t generation = 0;
  std::vector<RelatedHit> hits;           ///< best first
  std::vector<SameStory> near_duplicates; ///< most alike first
  std::vector<SameStory> versions;        ///< in other languages
  std::vector<SuggestedTopic> topics;     ///< for drafts: topics that it does not have yet
  std::chrono::microseconds took{0};
};

} // namespace recap::search
