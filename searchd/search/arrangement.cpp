// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/arrangement.hpp"

#include "index/positions.hpp"
#include "index/ranking.hpp"
#include "searchd/search/terms.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace recap::search {
namespace {

using Lists = std::vector<std::vector<Xapian::termpos>>;

/// True when each list has a position of its own, all of them at most so far apart.
bool stand_near(Lists const& lists, Xapian::termpos most_apart) {
  std::vector<std::size_t> at(lists.size());
  while (true) {
    std::size_t first = 0;
    std::size_t last = 0;
    std::optional<std::size_t> shares;
    for (std::size_t i = 0; i < lists.size(); ++i) {
      if (at[i] == lists[i].size()) return false;
      auto const position = lists[i][at[i]];
      if (position < lists[first][at[first]]) first = i;
      if (position > lists[last][at[last]]) last = i;
      for (std::size_t j = 0; j < i; ++j) {
        if (lists[j][at[j]] == position) shares = i;
      }
    }
    if (!shares && lists[last][at[last]] - lists[first][at[first]] <= most_apart) return true;
    ++at[shares.value_or(first)];
  }
}

/// Goes through the articles with all of the terms and looks at their positions.
class Arrangement : public Xapian::PostingSource {
public:
  /// Without `most_apart`: one behind the other.
  Arrangement(std::vector<std::string> terms, std::optional<Xapian::termpos> most_apart)
      : terms_(std::move(terms))
      , most_apart_(most_apart) {}

  [[nodiscard]] Arrangement* clone() const override { return new Arrangement(terms_, most_apart_); }

  void init(Xapian::Database const& database) override {
    database_ = database;
    lists_.clear();
    rarest_ = database.get_doccount();
    double most = 0;
    for (auto const& term : terms_) {
      lists_.emplace_back(database, term);
      rarest_ = std::min(rarest_, articles_with(database, term));
      most += largest_impact_of(database, term);
    }
    positions_ = database.valuestream_begin(index::positions_slot);
    article_ = 0;
    ended_ = false;
    set_maxweight(most / index::largest_impact);
  }

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return (rarest_ + 2) / 3; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return rarest_; }

  [[nodiscard]] double get_weight() const override {
    double total = 0;
    for (auto const& list : lists_)
      total += list.impact();
    return total / index::largest_impact;
  }
  [[nodiscard]] Xapian::docid get_docid() const override { return article_; }
  [[nodiscard]] bool at_end() const override { return ended_; }

  void next(double) override { find(article_ + 1); }
  void skip_to(Xapian::docid article, double) override {
    if (article > article_) find(article);
  }

private:
  /// The first article from `article` on.
  void find(Xapian::docid article) {
    for (; align(article); ++article) {
      article_ = article;
      if (is_arranged()) return;
    }
    ended_ = true;
  }

  /// Moves to the first article from `article` on that all lists have; false when there is none.
  bool align(Xapian::docid& article) {
    std::size_t agree = 0;
    for (std::size_t i = 0; agree < lists_.size(); i = (i + 1) % lists_.size()) {
      auto& list = lists_[i];
      if (!list.skip_to(article)) return false;
      agree = list.article() == article ? agree + 1 : 1;
      article = list.article();
    }
    return true;
  }

  bool is_arranged() {
    if (terms_.size() == 1) return true;
    positions_.skip_to(article_);
    if (positions_ == database_.valuestream_end(index::positions_slot) ||
        positions_.get_docid() != article_)
      return false;
    std::string const bytes = *positions_;
    index::Positions const positions(bytes);
    Lists places;
    for (auto const& term : terms_) {
      places.push_back(positions.of(term));
      if (places.back().empty()) return false;
    }
    return most_apart_ ? stand_near(places, *most_apart_) : !side_by_side(places, 1).empty();
  }

  std::vector<std::string> terms_;
  std::optional<Xapian::termpos> most_apart_;
  Xapian::Database database_;
  std::vector<TermArticles> lists_;
  Xapian::ValueIterator positions_;
  Xapian::doccount rarest_ = 0;
  Xapian::docid article_ = 0;
  bool ended_ = false;
};

Xapian::Query query_of(Arrangement* arrangement) {
  return Xapian::Query(arrangement->release());
}

} // namespace

std::vector<Xapian::termpos> side_by_side(Lists const& lists, std::size_t most) {
  std::vector<Xapian::termpos> found;
  std::vector<std::size_t> at(lists.size());
  for (auto const first : lists.front()) {
    Xapian::termpos position = first;
    bool whole = true;
    for (std::size_t i = 1; i < lists.size() && whole; ++i) {
      ++position;
      while (at[i] < lists[i].size() && lists[i][at[i]] < position)
        ++at[i];
      whole = at[i] < lists[i].size() && lists[i][at[i]] == position;
    }
    if (whole) found.push_back(first);
    if (found.size() == most) break;
  }
  return found;
}

Xapian::Query phrase_query(std::vector<std::string> terms) {
  return query_of(new Arrangement(std::move(terms), std::nullopt));
}

Xapian::Query near_query(std::vector<std::string> terms, Xapian::termpos most_apart) {
  return query_of(new Arrangement(std::move(terms), most_apart));
}

} // namespace recap::search
