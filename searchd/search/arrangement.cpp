// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/arrangement.hpp"

#include "index/fields.hpp"
#include "index/positions.hpp"
#include "index/ranking.hpp"
#include "searchd/search/matching.hpp"
#include "searchd/search/terms.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace recap::search {
namespace {

using Xapian::Query;
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

/// True when the words stand so in an article with these positions.
bool arranged(std::string const& bytes, std::vector<std::string> const& terms,
              std::optional<Xapian::termpos> most_apart) {
  index::Positions const positions(bytes);
  Lists places;
  for (auto const& term : terms) {
    places.push_back(positions.of(term));
    if (places.back().empty()) return false;
  }
  return most_apart ? stand_near(places, *most_apart) : !side_by_side(places, 1).empty();
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
    return arranged(*positions_, terms_, most_apart_);
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

/// Finds the articles that Arrangement would, and names each by the term of its id.
Reader::Arranged find_arranged(Reader const& reader, std::vector<std::string> const& terms,
                               std::optional<Xapian::termpos> most_apart) {
  std::vector<Query> queries;
  for (auto const& term : terms)
    queries.push_back(query_of_term(term));
  Query const all = weighed(Query(Query::OP_AND, queries.begin(), queries.end()), 1);
  auto const& id = index::field(index::FieldId::id);
  std::vector<Query> names;
  bool is_cut = false;
  for (ShardGroup const& group : reader.groups) {
    Xapian::Enquire enquire(group.database);
    enquire.set_query(all);
    weigh_by_impact(enquire, group);
    // What articles are sorted and collapsed by comes along with them; no two have the same id.
    enquire.set_sort_by_relevance_then_value(index::positions_slot, false);
    enquire.set_collapse_key(index::id_slot);
    auto const found = enquire.get_mset(0, most_arranged + 1);
    is_cut = is_cut || found.size() > most_arranged;
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      if (arranged(hit.get_sort_key(), terms, most_apart))
        names.emplace_back(index::value_term(id, hit.get_collapse_key()));
    }
  }
  return {.query = Query(Query::OP_FILTER, all, Query(Query::OP_OR, names.begin(), names.end())),
          .is_cut = is_cut};
}

Query arranged_query(Reader& reader, std::vector<std::string> terms,
                     std::optional<Xapian::termpos> most_apart) {
  if (!reader.is_remote()) return Query((new Arrangement(std::move(terms), most_apart))->release());
  std::string key = std::to_string(most_apart.value_or(0));
  for (auto const& term : terms)
    key.append("\n").append(term);
  auto const [known, is_new] = reader.arranged.try_emplace(std::move(key));
  if (is_new) known->second = find_arranged(reader, terms, most_apart);
  return known->second.query;
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

Query phrase_query(Reader& reader, std::vector<std::string> terms) {
  return arranged_query(reader, std::move(terms), std::nullopt);
}

Query near_query(Reader& reader, std::vector<std::string> terms, Xapian::termpos most_apart) {
  return arranged_query(reader, std::move(terms), most_apart);
}

bool lacks_articles(Reader const& reader) {
  return std::ranges::any_of(reader.arranged,
                             [](auto const& known) { return known.second.is_cut; });
}

} // namespace recap::search
