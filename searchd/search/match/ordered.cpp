// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/ordered.hpp"

#include "searchd/search/match/apart.hpp"
#include "searchd/search/match/word_order.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace recap::search {
namespace {

/// Checks the positions in articles with all of the terms.
class Ordered : public Apart {
public:
  Ordered(Clause const& clause, std::unique_ptr<Evaluator> all_terms, Segment& segment, Work& work)
      : terms_(clause.terms)
      , distance_(clause.kind == Clause::Kind::near ? std::optional(clause.distance) : std::nullopt)
      , all_terms_(std::move(all_terms))
      , segment_(segment)
      , work_(work) {}

  [[nodiscard]] std::uint64_t size() const override { return all_terms_->size(); }
  [[nodiscard]] std::uint32_t next(std::uint32_t target) override {
    return all_terms_->next(target);
  }

private:
  void collect(Window window, ArticleSet const& among, Scores& found) override {
    all_terms_->find(window, among, found);
    auto const with_all = found.articles;
    with_all.for_each([&](std::uint32_t place) {
      work_.read_positions(terms_.size());
      if (work_.is_over() || !stands_so(window.first + place)) found.articles.remove(place);
    });
  }

  [[nodiscard]] bool stands_so(std::uint32_t article) {
    lists_.clear();
    for (auto const& term : terms_) {
      lists_.push_back(segment_.positions(article, term));
      if (lists_.back().empty()) return false;
    }
    return distance_ ? stand_near(lists_, *distance_) : !side_by_side(lists_, 1).empty();
  }

  std::vector<std::string> terms_;
  std::optional<std::uint32_t> distance_;
  std::unique_ptr<Evaluator> all_terms_;
  Segment& segment_;
  Work& work_;
  PositionLists lists_;
};

} // namespace

std::unique_ptr<Evaluator> ordered(Clause const& clause, Segment& segment, Work& work) {
  std::vector<Clause> terms;
  for (auto const& term : clause.terms)
    terms.push_back(term_clause(term, clause.weight));
  return std::make_unique<Ordered>(clause, evaluator(all_of(std::move(terms)), segment, work),
                                   segment, work);
}

} // namespace recap::search
