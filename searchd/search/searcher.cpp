// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/searcher.hpp"

#include "searchd/search/plan/plan.hpp"
#include "searchd/search/rank/chosen.hpp"
#include "searchd/search/rank/feedback.hpp"
#include "searchd/search/rank/matching.hpp"
#include "searchd/search/rank/proximity.hpp"
#include "searchd/search/rank/recency.hpp"
#include "searchd/search/show/highlighter.hpp"
#include "searchd/search/show/hits.hpp"

#include <algorithm>
#include <chrono>
#include <deque>
#include <functional>
#include <span>
#include <utility>

namespace recap::search {
namespace {

/// Articles whose positions are read before checking whether others can still rank above them.
constexpr std::size_t looked_at_first = 20;

/// One search, whose text is planned.
class Search {
public:
  Search(Snapshot const& snapshot, Reader& reader, Request const& request, Plan const& plan,
         Filters const& filters, Work& work)
      : snapshot_(snapshot)
      , reader_(reader)
      , request_(request)
      , plan_(plan)
      , sort_(request.sort.value_or(plan_.has_text ? Sort::relevance : Sort::newest))
      , work_(work)
      , has_preferred_(!filters.preferred.empty())
      , chosen_(chosen_articles(choice(), sort_ == Sort::relevance, reader))
      , matching_(reader, {snapshot, plan, filters, chosen_, work_})
      , offset_(request.offset)
      , limit_(request.limit) {}

  Result run(double recency) {
    Result result;
    result.generation = snapshot_.manifest().generation;
    result.did_you_mean = plan_.did_you_mean;
    Proximity proximity(reader_, plan_);
    Recency const newness(snapshot_, recency);
    looks_closer_ = sort_ == Sort::relevance && plan_.has_text && request_.limit > 0 &&
                    (proximity.matters() || newness.matters());
    proximity_ = &proximity;
    recency_ = &newness;
    bool const may_relax = request_.relax != Relax::never;
    bool const is_sentence = may_relax && plan_.is_sentence && sort_ == Sort::relevance;
    PassRequest pass{.order = order(),
                     .most = articles_wanted(),
                     .relaxes = is_sentence,
                     .facets = request_.facets};
    auto found = matching_.run(pass);
    // Most short queries have a page of articles with all words, which are found in a fraction of
    // the time that articles with some of the words take.
    if (!is_sentence && may_relax && plan_.required_words() > 1 &&
        found.with_all - found.pinned_without < enough()) {
      pass.relaxes = true;
      found = matching_.run(pass);
    }
    result.partial = found.is_partial;
    auto const arrangement = make_room(found);
    is_sentence ? sentence(result, found) : tiered(result, found, pass.relaxes);
    add_pinned(result, found, arrangement);
    for (std::size_t i = 0; i < request_.facets.size(); ++i) {
      auto const& counts = pass.relaxes ? found.enough_words[i] : found.all_words[i];
      result.facets.push_back({request_.facets[i], counts.values(request_.facet_values)});
    }
    if (request_.raw) result.highlighter = std::make_shared<Highlighter>(plan_);
    result.partial = result.partial || work_.is_over();
    result.postings_read = work_.postings();
    result.positions_read = work_.positions();
    result.total_is_exact =
        !plan_.completions_are_cut && !result.partial && plan_.words.size() <= most_masked_words;
    return result;
  }

private:
  /// For the query as typed, else for the corrected one, which has the same answer.
  [[nodiscard]] Pins::Choice const* choice() const {
    auto const& pins = *reader_.levers.pins;
    auto const* const typed = pins.find(request_.q);
    return typed == nullptr && plan_.is_corrected ? pins.find(plan_.corrected) : typed;
  }

  [[nodiscard]] MatchOrder order() const {
    bool const newest = sort_ == Sort::newest;
    if (sort_ == Sort::relevance) return MatchOrder::weight;
    if (has_preferred_ && !plan_.has_text)
      return newest ? MatchOrder::weight_then_newest : MatchOrder::weight_then_oldest;
    return newest ? MatchOrder::newest : MatchOrder::oldest;
  }

  /// For each tier.
  [[nodiscard]] std::size_t articles_wanted() const {
    if (request_.limit == 0) return 0;
    return looks_closer_ ? std::max(shown(), index::ranking_window) : shown();
  }

  /// On this page and those before.
  [[nodiscard]] std::size_t shown() const { return offset_ + limit_; }

  /// Afterwards, offset_ and limit_ select from the articles that are not pinned.
  Arrangement make_room(Matches const& found) {
    std::size_t others = 0;
    for (auto const& tier : found.tiers)
      others += tier.total;
    std::vector<std::size_t> wished;
    for (auto const& [id, place] : chosen_.pinned) {
      if (std::ranges::find(found.pinned, id, &Ranked::id) != found.pinned.end())
        wished.push_back(place);
    }
    auto arrangement = arrange(wished, others, request_.offset, request_.limit);
    offset_ = arrangement.offset;
    limit_ = arrangement.limit;
    return arrangement;
  }

  void add_pinned(Result& result, Matches& found, Arrangement const& arrangement) {
    if (looks_closer_) look_closer(std::span(found.pinned));
    HitBuilder builder(reader_, plan_, request_);
    for (auto const& [place, pinned] : arrangement.seats) {
      if (place < request_.offset || place - request_.offset >= request_.limit) continue;
      // If time ran out, there are fewer than were counted.
      auto const at = std::min(place - request_.offset, result.hits.size());
      result.hits.insert(result.hits.begin() + static_cast<std::ptrdiff_t>(at),
                         builder.build(found.pinned[pinned], feedback_));
    }
  }

  /// After the first ranking_window, articles are ordered by their words alone, and after the first
  /// `wanted` not at all. Skips articles that cannot be among these.
  void look_closer(std::vector<Ranked>& articles, std::size_t wanted) {
    if (!looks_closer_) return;
    auto const window = std::span(articles).first(std::min(articles.size(), index::ranking_window));
    auto const first = window.first(std::min(window.size(), std::max(wanted, looked_at_first)));
    look_closer(first);
    std::vector<double> scores;
    for (Ranked const& article : first)
      scores.push_back(article.score());
    std::ranges::sort(scores, std::greater());
    auto const least = wanted == 0 || wanted > scores.size() ? 0 : scores[wanted - 1];
    auto const rest = window.subspan(first.size());
    auto const behind =
        std::ranges::find_if(rest, [&](Ranked const& one) { return bound(one) < least; });
    look_closer(rest.first(static_cast<std::size_t>(behind - rest.begin())));
    std::ranges::stable_sort(window, std::greater(), &Ranked::score);
  }

  /// Reads posting lists and positions once, in the order of the articles; each step back would
  /// begin a list again.
  static std::vector<Ranked*> by_id(std::span<Ranked> articles) {
    std::vector<Ranked*> sorted;
    for (Ranked& article : articles)
      sorted.push_back(&article);
    std::ranges::sort(sorted, {}, &Ranked::id);
    return sorted;
  }

  void look_closer(std::span<Ranked> articles) {
    for (auto* article : by_id(articles)) {
      if (proximity_->matters() && !work_.is_over()) article->proximity = proximity_->of(*article);
      if (recency_->matters()) article->recency = recency_->of(article->id);
    }
  }

  /// Upper bound of the score of an article with this score for its words, or less.
  [[nodiscard]] double bound(Ranked const& article) const {
    return (article.words + proximity_->most()) * recency_->most();
  }

  /// Adds those of `articles`, a ranking that follows `before` others, that are on the page.
  void add(Result& result, std::vector<Ranked> articles, std::size_t before) {
    look_closer(articles, shown() - std::min(shown(), before));
    std::size_t const offset = std::min(articles.size(), offset_ - std::min(offset_, before));
    std::size_t const room = limit_ - result.hits.size();
    auto const page = std::span(articles).subspan(offset, std::min(articles.size() - offset, room));
    auto const first = result.hits.size();
    result.hits.resize(first + page.size());
    HitBuilder builder(reader_, plan_, request_);
    for (Ranked* const article : by_id(page)) {
      auto const place = static_cast<std::size_t>(article - page.data());
      result.hits[first + place] = builder.build(*article, feedback_);
    }
  }

  /// Number of articles with all words that makes relaxing unnecessary. Sorted by date a single one
  /// is enough, because an article that lacks words might be the newest.
  [[nodiscard]] std::size_t enough() const {
    bool const fills_page = request_.relax == Relax::to_fill_page && sort_ == Sort::relevance;
    return fills_page ? relaxed_below : 1;
  }

  /// Articles with all words as typed, then with corrected ones, then, if relaxed, with enough of
  /// the words.
  void tiered(Result& result, Matches& found, bool relaxes) {
    auto& [typed, corrected, relaxed] = found.tiers;
    add(result, std::move(typed.best), 0);
    add(result, std::move(corrected.best), typed.total);
    result.total = result.total_relaxed = found.with_all;
    if (plan_.is_corrected ? found.with_all > 0 : corrected.total > 0)
      result.corrected = plan_.corrected;
    if (!relaxes) return;
    add(result, std::move(relaxed.best), typed.total + corrected.total);
    result.total_relaxed += relaxed.total;
    if (result.total_relaxed > 0) result.corrected = plan_.corrected;
  }

  /// One list, in which having more of the words adds to the score.
  void sentence(Result& result, Matches& found) {
    auto& articles = found.tiers[static_cast<std::size_t>(Tier::relaxed)];
    result.total = found.with_all;
    result.total_relaxed = articles.total + found.pinned.size();
    result.corrected = plan_.corrected;
    if (request_.limit == 0) return;
    auto first = articles.best;
    look_closer(first, index::feedback_articles);
    if (!work_.is_over()) feedback_ = feedback_words(reader_, plan_, first);
    if (!feedback_.empty()) articles.best = matching_.run_again(feedback_, articles_wanted());
    add(result, std::move(articles.best), 0);
  }

  Snapshot const& snapshot_;
  Reader& reader_;
  Request const& request_;
  Plan const& plan_;
  Sort sort_;
  Work& work_;
  bool has_preferred_;
  Chosen chosen_;
  Matching matching_;
  std::size_t offset_; ///< of the page, among the articles that are not pinned
  std::size_t limit_;
  bool looks_closer_ = false;
  Proximity* proximity_ = nullptr;
  Recency const* recency_ = nullptr;
  std::vector<WeighedTerm> feedback_; ///< words added by the second search
};

using Clock = std::chrono::steady_clock;

/// The plans of the distinct texts in one call.
class Texts {
public:
  Texts(QueryLimits const& limits, Snapshot const& snapshot, Reader& reader)
      : limits_(limits)
      , snapshot_(snapshot)
      , reader_(reader) {}

  [[nodiscard]] Plan const& of(Request const& request) {
    auto const asks_the_same = [&](auto const& text) { return same_text(request, *text.first); };
    auto const known = std::ranges::find_if(plans_, asks_the_same);
    if (known != plans_.end()) return known->second;
    return plans_.emplace_back(&request, plan_text(request, limits_, snapshot_, reader_)).second;
  }

private:
  QueryLimits const& limits_;
  Snapshot const& snapshot_;
  Reader& reader_;
  std::deque<std::pair<Request const*, Plan>> plans_;
};

} // namespace

std::vector<Result> run_searches(Snapshot const& snapshot, Reader& reader,
                                 std::span<Request const> requests, QueryLimits const& limits) {
  std::vector<Result> results;
  Texts texts(limits, snapshot, reader);
  for (Request const& request : requests) {
    auto const begin = Clock::now();
    Work work(request.budget, request.stop);
    Plan const& plan = texts.of(request);
    Filters const filters = plan_filters(request, reader);
    double const recency = request.recency.value_or(limits.recency);
    results.push_back(Search(snapshot, reader, request, plan, filters, work).run(recency));
    results.back().took =
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
  }
  return results;
}

} // namespace recap::search
