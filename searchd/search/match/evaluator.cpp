// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/evaluator.hpp"

#include "index/fields.hpp"
#include "index/ranking.hpp"
#include "searchd/search/match/apart.hpp"
#include "searchd/search/match/ordered.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace recap::search {
namespace {

using Children = std::vector<std::unique_ptr<Evaluator>>;

template <typename Lists>
std::uint64_t size_of_all(Lists const& lists) {
  std::uint64_t size = 0;
  for (auto const& list : lists)
    size += list->size();
  return size;
}

/// Number of postings that, read in order, cost as much as one lookup, because blocks are decoded
/// whole. Measured on Xapian's lists and on ours: 40 to 90.
constexpr std::size_t postings_per_look = 64;

class Nothing : public Evaluator {
public:
  [[nodiscard]] std::uint64_t size() const override { return 0; }
  [[nodiscard]] std::uint32_t next(std::uint32_t) override { return no_article; }
  void add(Window, ArticleSet const&, Scores&) override {}
  void best(Window, ArticleSet const&, Scores&) override {}
};

/// One posting list, or the two of a stem: no article has an impact in both.
class Lists : public Evaluator {
public:
  Lists(std::vector<std::unique_ptr<Postings>> lists, double weight, Work& work)
      : lists_(std::move(lists))
      , per_impact_(weight / index::largest_impact)
      , work_(work) {}

  [[nodiscard]] std::uint64_t size() const override { return size_of_all(lists_); }

  [[nodiscard]] std::uint32_t next(std::uint32_t target) override {
    std::uint32_t first = no_article;
    for (auto& list : lists_) {
      if (auto const found = list->seek(target)) first = std::min(first, found->article);
    }
    return first;
  }

  void add(Window window, ArticleSet const& among, Scores& scores) override {
    for (auto& list : lists_)
      each(*list, window, among,
           [&](std::uint32_t place, double points) { scores.add(place, points); });
  }

  void best(Window window, ArticleSet const& among, Scores& scores) override {
    for (auto& list : lists_)
      each(*list, window, among,
           [&](std::uint32_t place, double points) { scores.best(place, points); });
  }

private:
  template <typename Function>
  void each(Postings& list, Window window, ArticleSet const& among, Function function) {
    auto const first = list.seek(window.first);
    if (!first || first->article >= window.end) return;
    if (!among.has_more_than(window.size() / postings_per_look)) {
      look_up(list, window, among, function);
      return;
    }
    while (true) {
      auto const block = list.next_block(window.end);
      if (block.empty()) return;
      work_.read_postings(block.size());
      for (auto const& posting : block)
        function(posting.article - window.first, per_impact_ * posting.impact);
    }
  }

  template <typename Function>
  void look_up(Postings& list, Window window, ArticleSet const& among, Function function) {
    std::uint32_t reached = window.first;
    among.for_each([&](std::uint32_t place) {
      std::uint32_t const article = window.first + place;
      if (article < reached) return;
      auto const found = list.seek(article);
      work_.read_postings(1);
      if (!found) {
        reached = window.end;
      } else {
        reached = found->article;
        if (found->article == article) function(place, per_impact_ * found->impact);
      }
    });
  }

  std::vector<std::unique_ptr<Postings>> lists_;
  double per_impact_;
  Work& work_;
};

/// Articles of any child; scores add up, or the best one counts.
class AnyOf : public Apart {
public:
  AnyOf(Clause::Kind kind, Children children)
      : adds_(kind == Clause::Kind::any_of)
      , children_(std::move(children)) {}

  [[nodiscard]] std::uint64_t size() const override { return size_of_all(children_); }

  [[nodiscard]] std::uint32_t next(std::uint32_t target) override {
    std::uint32_t first = no_article;
    for (auto& child : children_)
      first = std::min(first, child->next(target));
    return first;
  }

  void add(Window window, ArticleSet const& among, Scores& scores) override {
    adds_ ? collect(window, among, scores) : Apart::add(window, among, scores);
  }

  void best(Window window, ArticleSet const& among, Scores& scores) override {
    adds_ ? Apart::best(window, among, scores) : collect(window, among, scores);
  }

private:
  void collect(Window window, ArticleSet const& among, Scores& found) override {
    for (auto& child : children_)
      adds_ ? child->add(window, among, found) : child->best(window, among, found);
  }

  bool adds_;
  Children children_;
};

/// Articles of the first child, narrowed by the others.
class Narrowed : public Apart {
public:
  Narrowed(Clause::Kind kind, Children children)
      : kind_(kind)
      , children_(std::move(children)) {
    // Rarest first, so that the others are looked up in few articles.
    if (kind == Clause::Kind::all_of) std::ranges::stable_sort(children_, {}, &size_of);
  }

  [[nodiscard]] std::uint64_t size() const override { return children_[0]->size(); }
  [[nodiscard]] std::uint32_t next(std::uint32_t target) override {
    return children_[0]->next(target);
  }

private:
  static std::uint64_t size_of(std::unique_ptr<Evaluator> const& child) { return child->size(); }

  void collect(Window window, ArticleSet const& among, Scores& found) override {
    children_[0]->find(window, among, found);
    for (std::size_t i = 1; i < children_.size() && !found.articles.empty(); ++i) {
      children_[i]->find(window, found.articles, other_);
      narrow(found);
    }
  }

  void narrow(Scores& found) {
    if (kind_ == Clause::Kind::without) {
      found.articles.remove(other_.articles);
      return;
    }
    other_.articles.for_each(
        [&](std::uint32_t place) { found.score[place] += other_.score[place]; });
    if (kind_ == Clause::Kind::all_of) found.articles.keep(other_.articles);
  }

  Clause::Kind kind_;
  Children children_;
  Scores other_;
};

std::unique_ptr<Evaluator> lists_of(Clause const& clause, Segment& segment, Work& work) {
  std::vector<std::unique_ptr<Postings>> lists;
  auto const add = [&](std::unique_ptr<Postings> list) {
    if (list) lists.push_back(std::move(list));
  };
  if (clause.kind == Clause::Kind::everything) {
    add(segment.all());
  } else {
    auto const& term = clause.terms[0];
    add(segment.postings(term));
    if (index::is_stem_term(term)) add(segment.postings(index::word_for_stem(term)));
  }
  if (lists.empty()) return std::make_unique<Nothing>();
  return std::make_unique<Lists>(std::move(lists), clause.weight, work);
}

} // namespace

void Evaluator::find(Window window, ArticleSet const& among, Scores& scores) {
  scores.clear();
  if (among.empty()) return;
  add(window, among, scores);
  scores.articles.keep(among);
}

std::unique_ptr<Evaluator> evaluator(Clause const& clause, Segment& segment, Work& work) {
  using Kind = Clause::Kind;
  Children children;
  children.reserve(clause.children.size());
  for (Clause const& child : clause.children)
    children.push_back(evaluator(child, segment, work));
  switch (clause.kind) {
  case Kind::nothing: break;
  case Kind::everything:
  case Kind::term: return lists_of(clause, segment, work);
  case Kind::phrase:
  case Kind::near: return ordered(clause, segment, work);
  case Kind::any_of:
  case Kind::best_of: return std::make_unique<AnyOf>(clause.kind, std::move(children));
  case Kind::all_of:
  case Kind::perhaps:
  case Kind::without: return std::make_unique<Narrowed>(clause.kind, std::move(children));
  }
  return std::make_unique<Nothing>();
}

} // namespace recap::search
