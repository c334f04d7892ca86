// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/pass.hpp"

#include "searchd/search/match/walk.hpp"

#include <algorithm>
#include <utility>

namespace recap::search {

namespace {

/// Those of `numbers`, ascending, that are in the window.
ArticleSet those_in(Window window, std::vector<std::uint32_t> const& numbers) {
  ArticleSet those;
  auto at = std::ranges::lower_bound(numbers, window.first);
  for (; at != numbers.end() && *at < window.end; ++at)
    those.add(*at - window.first);
  return those;
}

} // namespace

Tally::Tally(Snapshot const& snapshot, PassRequest const& request)
    : tops{Top(request.order, request.most), Top(request.order, request.most),
           Top(request.order, request.most)} {
  for (auto const field : request.facets) {
    all_words.emplace_back(snapshot.column(field));
    enough_words.emplace_back(snapshot.column(field));
  }
}

void WordScores::add(Scores const& word, std::uint64_t bit) {
  word.articles.for_each([&](std::uint32_t place) {
    answered[place] = scores.articles.has(place) ? answered[place] | bit : bit;
    scores.add(place, word.score[place]);
  });
}

Pass::Pass(Question const& question, PassRequest const& request, Segment& segment, Tally& tally)
    : question_(question)
    , plan_(question.plan)
    , request_(request)
    , segment_(segment)
    , tally_(tally) {
  add_words();
  if (required_ == 0 && !plan_.required) everything_ = made(everything());
  if (plan_.required) operators_ = made(*plan_.required);
  if (plan_.excluded) excluded_ = made(*plan_.excluded);
  if (plan_.whole_title)
    whole_title_ = made(value_clause(plan_.whole_title->term, plan_.whole_title->weight));
  for (auto const& condition : question.filters.conditions)
    conditions_.push_back(made(condition));
  if (!question.filters.preferred.empty()) preferred_ = made(any_of(question.filters.preferred));
  for (auto const& [field, filter] : question.filters.fields)
    filters_.push_back({.field = field, .evaluator = made(filter)});
  tally_.kept.emplace_back();
  std::vector<Xapian::docid> pinned;
  for (auto const& one : question.chosen.pinned)
    pinned.push_back(one.id);
  pinned_ = numbers_in(segment, pinned);
  hidden_ = numbers_in(segment, question.chosen.hidden);
}

std::unique_ptr<Evaluator> Pass::made(Clause const& clause) {
  return evaluator(clause, segment_, question_.work);
}

void Pass::add_words() {
  for (std::size_t i = 0; i < plan_.words.size(); ++i) {
    auto const& word = plan_.words[i];
    Clause const corrected = word.corrected();
    bool const is_corrected = corrected.kind != Clause::Kind::nothing;
    words_.push_back({.typed = made(word.typed()),
                      .corrected = is_corrected ? made(corrected) : nullptr,
                      .bit = word_bit(i),
                      .required = word.required});
    if (word.required) required_ |= words_.back().bit;
    corrects_ = corrects_ || is_corrected;
  }
  std::ranges::stable_sort(words_, [](Word const& a, Word const& b) {
    return a.required != b.required ? a.required : a.required && a.size() < b.size();
  });
  auto const required = plan_.required_words();
  enough_ = plan_.is_sentence ? std::min<std::size_t>(required, 1) : (required + 1) / 2;
  may_lack_ = request_.relaxes ? required - enough_ : 0;
}

std::uint32_t Pass::next(std::uint32_t target) {
  if (required_ == 0) return target;
  auto const pinned = std::ranges::lower_bound(pinned_, target);
  std::uint32_t first = pinned == pinned_.end() ? no_article : *pinned;
  for (std::size_t i = 0; i <= may_lack_; ++i) {
    first = std::min(first, words_[i].typed->next(target));
    if (words_[i].corrected) first = std::min(first, words_[i].corrected->next(target));
  }
  return first;
}

void Pass::look_at(Window window) {
  pinned_here_ = those_in(window, pinned_);
  auto articles = with_text(window);
  if (articles.empty()) return;
  keep_conditions(window, articles);
  if (articles.empty()) return;
  add_scores(whole_title_.get(), window, articles);
  add_scores(preferred_.get(), window, articles);
  auto const met = keep_filters(window, articles);
  met.for_each([&](std::uint32_t place) { take(window, place); });
  count(window, articles, met);
}

/// Skips words when too few can still match: once an article may not lack all remaining words, it
/// must have one of the earlier ones.
ArticleSet Pass::with_text(Window window) {
  typed_.scores.clear();
  corrected_.scores.clear();
  auto among = all_articles(window);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    auto const& word = words_[i];
    word_.clear();
    word.typed->add(window, among, word_);
    typed_.add(word_, word.bit);
    if (word.corrected) word.corrected->best(window, among, word_);
    if (corrects_) corrected_.add(word_, word.bit);
    if (!word.required || i < may_lack_) continue;
    if (may_lack_ == 0) among.keep(word_.articles);
    if (i == may_lack_) among.keep(with_corrections().scores.articles);
    among.add(pinned_here_);
    if (among.empty()) return among;
  }
  if (!words_.empty() && (request_.relaxes || required_ != 0))
    among.keep(with_corrections().scores.articles);
  among.add(pinned_here_);
  if (everything_) {
    everything_->find(window, among, word_);
    among = word_.articles;
  }
  if (operators_) {
    add_scores(operators_.get(), window, among);
    among.keep(word_.articles);
    among.add(pinned_here_);
  }
  return among;
}

/// Leaves the articles found in word_.
void Pass::add_scores(Evaluator* evaluator, Window window, ArticleSet const& among) {
  if (evaluator == nullptr) return;
  evaluator->find(window, among, word_);
  typed_.add(word_, 0);
  if (corrects_) corrected_.add(word_, 0);
}

void Pass::keep_conditions(Window window, ArticleSet& articles) {
  remove_dead(segment_, window, articles);
  if (!hidden_.empty()) articles.remove(those_in(window, hidden_));
  if (excluded_) {
    excluded_->find(window, articles, word_);
    articles.remove(word_.articles);
  }
  for (auto const& condition : conditions_) {
    condition->find(window, articles, word_);
    articles.keep(word_.articles);
  }
}

/// Articles that pass all filters.
ArticleSet Pass::keep_filters(Window window, ArticleSet const& articles) {
  auto met = articles;
  for (auto& filter : filters_) {
    filter.evaluator->find(window, articles, word_);
    filter.passed = word_.articles;
    met.keep(filter.passed);
  }
  return met;
}

/// nullopt if it has too few of the words.
std::optional<Tier> Pass::tier(std::uint32_t place) const {
  if (has_all(typed_, place)) return Tier::typed;
  if (corrects_ && has_all(corrected_, place)) return Tier::corrected;
  return request_.relaxes && has_enough(place) ? std::optional(Tier::relaxed) : std::nullopt;
}

bool Pass::has_all(WordScores const& words, std::uint32_t place) const {
  return (words.answered_by(place) & required_) == required_;
}

bool Pass::has_enough(std::uint32_t place) const {
  auto const answered = with_corrections().answered_by(place);
  if (required_ == 0) return answered != 0;
  std::size_t count = 0;
  for (auto left = answered & required_; left != 0 && count < enough_; left &= left - 1)
    ++count;
  return count >= enough_;
}

Match Pass::match(Window window, std::uint32_t place, WordScores const& words) const {
  Match match{.id = segment_.docid(window.first + place), .answered = words.answered_by(place)};
  bool const by_day = request_.order == MatchOrder::newest || request_.order == MatchOrder::oldest;
  if (!by_day && words.scores.articles.has(place)) match.weight = words.scores.score[place];
  if (request_.order != MatchOrder::weight) match.day = question_.snapshot.day(match.id);
  return match;
}

void Pass::take_pinned(Window window, std::uint32_t place) {
  auto const tier = this->tier(place);
  ++tally_.with_all;
  tally_.pinned.push_back(
      {.match = match(window, place, tier == Tier::typed ? typed_ : with_corrections()),
       .tier = tier});
}

void Pass::take(Window window, std::uint32_t place) {
  if (pinned_here_.has(place)) return take_pinned(window, place);
  auto tier = this->tier(place);
  if (!tier) return;
  if (tier != Tier::relaxed) ++tally_.with_all;
  bool const is_one_list = request_.relaxes && plan_.is_sentence;
  if (is_one_list) tier = Tier::relaxed;
  auto const match = this->match(window, place, tier == Tier::typed ? typed_ : with_corrections());
  auto const number = static_cast<std::size_t>(*tier);
  ++tally_.totals[number];
  tally_.tops[number].add(match);
  if (is_one_list && request_.most > 0) tally_.kept.back().push_back({window.first + place, match});
}

/// A facet is counted over the articles that pass all filters except its own.
void Pass::count(Window window, ArticleSet const& articles, ArticleSet const& met) {
  for (std::size_t i = 0; i < request_.facets.size(); ++i) {
    auto const own = std::ranges::find(filters_, request_.facets[i], &Filter::field);
    auto counted = met;
    if (own != filters_.end()) {
      counted = articles;
      for (auto const& filter : filters_) {
        if (&filter != &*own) counted.keep(filter.passed);
      }
    }
    counted.for_each([&](std::uint32_t place) {
      bool const is_pinned = pinned_here_.has(place);
      auto const tier = is_pinned ? Tier::typed : this->tier(place);
      if (!tier) return;
      auto const id = segment_.docid(window.first + place);
      tally_.enough_words[i].add(id);
      if (tier != Tier::relaxed) tally_.all_words[i].add(id);
    });
  }
}

} // namespace recap::search
