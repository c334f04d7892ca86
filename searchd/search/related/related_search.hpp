// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/clause.hpp"
#include "searchd/search/match/snapshot.hpp"
#include "searchd/search/related/related.hpp"
#include "searchd/search/related/significant_terms.hpp"
#include "searchd/search/related/story.hpp"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace recap::search {

/// A candidate for a related story, before it is read.
struct RelatedCandidate {
  Xapian::docid document = 0;
  double score = 0; ///< relative to the score of the story itself
};

/// Finds the stories similar to a given one: significant terms, topics and period form one clause,
/// each weighted by its rarity. The story itself, its near-duplicates and its versions in other
/// languages are kept separate, and document frequencies exclude them, so that an article and the
/// same text as a draft get the same list. One story, one thread.
class RelatedSearch {
public:
  RelatedSearch(Snapshot const& snapshot, Reader& reader, Story const& story, std::size_t limit)
      : snapshot_(snapshot)
      , reader_(reader)
      , story_(story)
      , limit_(limit) {}

  /// Hits, near-duplicates and versions.
  [[nodiscard]] RelatedResult run();

  /// After run(): everything that was found, best first, led by the same story.
  [[nodiscard]] std::vector<RelatedCandidate> neighbours() const;

private:
  struct Topic {
    std::string term;
    double idf = 0;
  };
  struct Apart {
    Story story;
    SameStory same;
  };

  void ask();
  [[nodiscard]] Clause clause();
  void weigh_topics();
  [[nodiscard]] bool set_apart();
  [[nodiscard]] std::optional<Apart> same_story(RelatedCandidate const& candidate,
                                                bool may_be_version);
  [[nodiscard]] double others_with(std::string const& term, std::string const& stem) const;
  [[nodiscard]] Rarity rarity() const;
  [[nodiscard]] std::optional<RelatedHit> hit(RelatedCandidate const& candidate);
  [[nodiscard]] std::vector<std::string>
  written_words(std::vector<SignificantTerm const*> const& shared) const;
  [[nodiscard]] std::set<Xapian::docid> by_same_author() const;
  [[nodiscard]] std::vector<RelatedHit> choose();
  void add_version_aware(std::vector<RelatedHit>& hits, RelatedHit hit) const;

  Snapshot const& snapshot_;
  Reader& reader_;
  Story const& story_;
  std::size_t limit_;
  std::vector<SignificantTerm> words_;
  bool looked_further_ = false; ///< for the written forms of words_
  std::vector<Topic> topics_;
  double own_score_ = 0;
  std::vector<RelatedCandidate> candidates_;
  std::map<Xapian::docid, Apart> apart_;
};

} // namespace recap::search
