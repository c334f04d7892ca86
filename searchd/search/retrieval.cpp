// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/retrieval.hpp"

#include "index/ranking.hpp"
#include "searchd/search/given_weight.hpp"
#include "searchd/search/terms.hpp"

#include <algorithm>

namespace recap::search {
namespace {

using Xapian::Query;

/// Up to here totals are counted one by one; beyond, Xapian's lower bound is given and said to be
/// one.
constexpr Xapian::doccount exact_total_up_to = 10'000;

} // namespace

Retrieval::Retrieval(Reader& reader, Plan const& plan, Sort sort, double recency)
    : reader_(reader)
    , plan_(plan)
    , sort_(sort)
    , closeness_(reader, plan)
    , recency_(reader.database, recency) {}

Found Retrieval::run(Query const& query, std::size_t first, std::size_t count) const {
  Xapian::Enquire enquire(reader_.database);
  enquire.set_query(query);
  auto const date = index::field(index::FieldId::date).slot;
  if (sort_ == Sort::relevance) {
    enquire.set_weighting_scheme(GivenWeight());
  } else if (!plan_.preferred.empty() && !plan_.has_text) {
    enquire.set_weighting_scheme(GivenWeight());
    enquire.set_sort_by_relevance_then_value(date, sort_ == Sort::newest);
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(date, sort_ == Sort::newest);
  }
  auto const begin = static_cast<Xapian::doccount>(first);
  // Without MSet::fetch(), which crashes in Xapian 1.4.22 for a page that does not begin at 0.
  auto const matches =
      enquire.get_mset(begin, static_cast<Xapian::doccount>(count), begin + exact_total_up_to);
  Found found;
  found.total = matches.get_matches_lower_bound();
  found.exact = found.total == matches.get_matches_upper_bound();
  for (auto hit = matches.begin(); hit != matches.end(); ++hit)
    found.articles.push_back({.id = *hit, .words = hit.get_weight()});
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

Found Retrieval::page(Query const& query, std::size_t offset, std::size_t limit) {
  bool const looks_closer = sort_ == Sort::relevance && plan_.has_text && limit > 0 &&
                            (closeness_.matters() || recency_.matters());
  if (!looks_closer) return run(query, offset, limit);
  Found found = run(query, 0, std::max(offset + limit, index::ranking_window));
  look_closer(found.articles);
  return found;
}

Found Retrieval::find(Query const& query, std::size_t offset, std::size_t limit) {
  Found found = page(query, offset, limit);
  if (found.articles.size() <= limit) return found;
  auto const begin =
      found.articles.begin() + static_cast<std::ptrdiff_t>(std::min(offset, found.articles.size()));
  found.articles.erase(found.articles.begin(), begin);
  if (found.articles.size() > limit) found.articles.resize(limit);
  return found;
}

Found Retrieval::find_sentence(Query const& query, std::size_t offset, std::size_t limit) {
  if (limit == 0) return find(query, offset, limit);
  Found const first = page(query, 0, index::feedback_articles);
  feedback_ = feedback_words(reader_, plan_, first.articles);
  if (feedback_.empty()) return find(query, offset, limit);
  std::vector<Query> words;
  for (auto const& [term, weight] : feedback_)
    words.emplace_back(Query::OP_SCALE_WEIGHT, query_of_term(term), weight);
  Query const more(Query::OP_OR, words.begin(), words.end());
  return find(Query(Query::OP_AND_MAYBE, query, more), offset, limit);
}

} // namespace recap::search
