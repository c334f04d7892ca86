// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/retrieval.hpp"

#include "index/ranking.hpp"
#include "searchd/search/terms.hpp"

#include <algorithm>

namespace recap::search {
namespace {

using Xapian::Query;

/// Up to here totals are counted one by one; beyond, Xapian's lower bound is given and said to be
/// one.
constexpr Xapian::doccount exact_total_up_to = 10'000;

} // namespace

Retrieval::Retrieval(Snapshot const& snapshot, Reader& reader, Plan const& plan, Sort sort,
                     double recency)
    : reader_(reader)
    , plan_(plan)
    , sort_(sort)
    , closeness_(reader, plan)
    , recency_(snapshot, recency) {}

MatchOrder Retrieval::order() const {
  bool const newest = sort_ == Sort::newest;
  if (sort_ == Sort::relevance) return MatchOrder::weight;
  if (!plan_.preferred.empty() && !plan_.has_text)
    return newest ? MatchOrder::weight_then_newest : MatchOrder::weight_then_oldest;
  return newest ? MatchOrder::newest : MatchOrder::oldest;
}

Found Retrieval::run(Query const& query, Stretch stretch) const {
  stretch.counted = exact_total_up_to;
  Matches const matches = match(reader_, query, order(), stretch);
  Found found{.articles = {}, .total = matches.total, .exact = matches.exact};
  for (auto const& [id, weight] : matches.articles)
    found.articles.push_back({.id = id, .words = weight});
  return found;
}

void Retrieval::look_closer(std::vector<Ranked>& articles) {
  std::size_t const window = std::min(articles.size(), index::ranking_window);
  auto const end = articles.begin() + static_cast<std::ptrdiff_t>(window);
  for (auto article = articles.begin(); article != end; ++article) {
    if (closeness_.matters()) article->closeness = closeness_.of(article->id);
    if (recency_.matters()) article->recency = recency_.of(article->id);
  }
  std::ranges::stable_sort(articles.begin(), end, std::greater(), &Ranked::score);
}

Found Retrieval::find(Query const& query, std::size_t offset, std::size_t limit) {
  bool const looks_closer = sort_ == Sort::relevance && plan_.has_text && limit > 0 &&
                            (closeness_.matters() || recency_.matters());
  if (!looks_closer) return run(query, {.first = offset, .count = limit});
  std::size_t const count = std::max(offset + limit, index::ranking_window);
  bool const reads = closeness_.matters() && count == index::ranking_window;
  Found found = run(query, {.count = count, .reads = reads});
  auto& articles = found.articles;
  look_closer(articles);
  auto const before = static_cast<std::ptrdiff_t>(std::min(offset, articles.size()));
  articles.erase(articles.begin(), articles.begin() + before);
  if (articles.size() > limit) articles.resize(limit);
  return found;
}

Found Retrieval::find_sentence(Query const& query, std::size_t offset, std::size_t limit) {
  if (limit == 0) return find(query, offset, limit);
  Found const first = find(query, 0, index::feedback_articles);
  feedback_ = feedback_words(reader_, plan_, first.articles);
  if (feedback_.empty()) return find(query, offset, limit);
  std::vector<Query> words;
  for (auto const& [term, weight] : feedback_)
    words.push_back(weighed(query_of_term(term), weight));
  Query const more(Query::OP_OR, words.begin(), words.end());
  return find(Query(Query::OP_AND_MAYBE, query, more), offset, limit);
}

} // namespace recap::search
