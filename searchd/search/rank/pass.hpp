// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/evaluator.hpp"
#include "searchd/search/match/snapshot.hpp"
#include "searchd/search/match/top.hpp"
#include "searchd/search/plan/plan.hpp"
#include "searchd/search/rank/chosen.hpp"
#include "searchd/search/rank/facet_counts.hpp"
#include "searchd/search/rank/ranked.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace recap::search {

/// Input of one pass over the articles, and its budget. References only.
struct Question {
  Snapshot const& snapshot;
  Plan const& plan;
  Filters const& filters;
  Chosen const& chosen;
  Work& work;
};

/// Options of one pass over the articles.
struct PassRequest {
  MatchOrder order = MatchOrder::weight;
  std::size_t most = 0; ///< articles to return per tier
  /// Also finds articles with enough of the words; for a sentence, as one list instead of tiers.
  bool relaxes = false;
  std::vector<index::FieldId> facets;
};

/// Sums over the articles examined so far.
struct Tally {
  explicit Tally(Snapshot const& snapshot, PassRequest const& request);

  std::array<Top, tier_count> tops;
  std::array<std::size_t, tier_count> totals{};
  std::size_t with_all = 0; ///< articles with all words, corrections being as good, and pinned ones
  /// Those that meet the filters, in no order; they are in no tier.
  struct Pinned {
    Match match;
    std::optional<Tier> tier; ///< none: it lacks words
  };
  std::vector<Pinned> pinned;
  /// For each requested facet: over the articles with all words, and over those with enough.
  std::vector<FacetCounts> all_words;
  std::vector<FacetCounts> enough_words;
  /// For a sentence: all matching articles of the segment, with their numbers in it.
  struct Kept {
    std::uint32_t article = 0;
    Match match;
  };
  std::vector<std::vector<Kept>> kept; ///< by segment
};

/// Scores and matched words of the articles in a window.
struct WordScores {
  Scores scores;
  std::array<std::uint64_t, window_articles> answered; ///< valid for those in `scores`

  void add(Scores const& word, std::uint64_t bit);
  [[nodiscard]] std::uint64_t answered_by(std::uint32_t place) const {
    return scores.articles.has(place) ? answered[place] : 0;
  }
};

/// Passes once over the articles of one segment, in windows. Each matched word gives an article a
/// score and a bit, which determine its tier, totals, facets and missing words.
class Pass {
public:
  /// All must outlive it.
  Pass(Question const& question, PassRequest const& request, Segment& segment, Tally& tally);

  void look_at(Window window);

  /// Returns a lower bound of the first match from `target` on.
  [[nodiscard]] std::uint32_t next(std::uint32_t target);

private:
  struct Word {
    std::unique_ptr<Evaluator> typed;
    std::unique_ptr<Evaluator> corrected; ///< null if no alternative is a correction
    std::uint64_t bit = 0;
    bool required = true;

    /// Upper bound of the matching articles.
    [[nodiscard]] std::uint64_t size() const {
      return typed->size() + (corrected ? corrected->size() : 0);
    }
  };
  struct Filter {
    index::FieldId field;
    std::unique_ptr<Evaluator> evaluator;
    ArticleSet passed; ///< in the window
  };

  [[nodiscard]] std::unique_ptr<Evaluator> made(Clause const& clause);
  void add_words();
  [[nodiscard]] WordScores const& with_corrections() const {
    return corrects_ ? corrected_ : typed_;
  }
  [[nodiscard]] ArticleSet with_text(Window window);
  void add_scores(Evaluator* evaluator, Window window, ArticleSet const& among);
  void keep_conditions(Window window, ArticleSet& articles);
  [[nodiscard]] ArticleSet keep_filters(Window window, ArticleSet const& articles);
  [[nodiscard]] bool has_all(WordScores const& words, std::uint32_t place) const;
  [[nodiscard]] bool has_enough(std::uint32_t place) const;
  [[nodiscard]] std::optional<Tier> tier(std::uint32_t place) const;
  [[nodiscard]] Match match(Window window, std::uint32_t place, WordScores const& words) const;
  void take(Window window, std::uint32_t place);
  void take_pinned(Window window, std::uint32_t place);
  void count(Window window, ArticleSet const& articles, ArticleSet const& met);

  Question const& question_;
  Plan const& plan_;
  PassRequest const& request_;
  Segment& segment_;
  Tally& tally_;
  std::vector<Word> words_;    ///< required ones first, the rarest of them first
  std::uint64_t required_ = 0; ///< bits of the required words
  std::size_t enough_ = 0;     ///< of these, needed by a relaxed article: half; in a sentence, one
  std::size_t may_lack_ = 0;   ///< required words that an article may lack
  bool corrects_ = false;
  std::unique_ptr<Evaluator> everything_;
  std::unique_ptr<Evaluator> operators_;
  std::unique_ptr<Evaluator> excluded_;
  std::unique_ptr<Evaluator> whole_title_;
  std::unique_ptr<Evaluator> preferred_;
  std::vector<std::unique_ptr<Evaluator>> conditions_;
  std::vector<Filter> filters_;
  std::vector<std::uint32_t> pinned_; ///< numbers of articles, ascending
  std::vector<std::uint32_t> hidden_;
  ArticleSet pinned_here_; ///< in the window
  WordScores typed_;
  WordScores corrected_; ///< with corrections, if there are any
  Scores word_;          ///< of one word; the last found
};

} // namespace recap::search
