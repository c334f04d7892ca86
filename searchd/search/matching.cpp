// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/matching.hpp"

#include "index/fields.hpp"
#include "index/ranking.hpp"
#include "searchd/search/impact_weight.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace recap::search {
namespace {

struct Row {
  Matches::Article article;
  std::string date;
};

bool is_by_date(MatchOrder order) {
  return order == MatchOrder::newest || order == MatchOrder::oldest;
}

void set_order(Xapian::Enquire& enquire, ShardGroup const& group, MatchOrder order) {
  auto const date = index::field(index::FieldId::date).slot;
  if (is_by_date(order)) {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(date, order == MatchOrder::newest);
    return;
  }
  weigh_by_impact(enquire, group);
  if (order != MatchOrder::weight)
    enquire.set_sort_by_relevance_then_value(date, order == MatchOrder::weight_then_newest);
}

/// Rows of one group, to be merged with those of others.
void add_rows(ShardGroup const& group, Xapian::MSet const& found, std::vector<Row>& rows) {
  // Each shard adds up the same groups of a weight in an order of its own.
  constexpr double grain = 1e9;
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    double const weight = std::round(hit.get_weight() * grain) / grain;
    rows.push_back({{.id = group.whole(*hit), .weight = weight}, hit.get_sort_key()});
  }
}

/// All of them are on their way at once.
void keep_articles(Reader& reader, ShardGroup const& group, Xapian::MSet const& found) {
  found.fetch();
  for (auto hit = found.begin(); hit != found.end(); ++hit)
    reader.keep(group.whole(*hit), hit.get_document());
}

void sort_rows(std::vector<Row>& rows, MatchOrder order) {
  bool const newest = order == MatchOrder::newest || order == MatchOrder::weight_then_newest;
  std::ranges::sort(rows, [&](Row const& one, Row const& other) {
    if (!is_by_date(order) && one.article.weight != other.article.weight)
      return one.article.weight > other.article.weight;
    if (order != MatchOrder::weight && one.date != other.date)
      return newest ? one.date > other.date : one.date < other.date;
    return one.article.id < other.article.id;
  });
}

} // namespace

void weigh_by_impact(Xapian::Enquire& enquire, ShardGroup const& group) {
  if (group.is_remote) {
    enquire.set_weighting_scheme(Xapian::TfIdfWeight("nnn"));
  } else {
    enquire.set_weighting_scheme(ImpactWeight());
  }
}

Xapian::Query weighed(Xapian::Query const& query, double weight) {
  return {Xapian::Query::OP_SCALE_WEIGHT, query, weight / index::largest_impact};
}

Matches match(Reader& reader, Xapian::Query const& query, MatchOrder order,
              Stretch const& stretch) {
  Matches matches;
  std::vector<Row> rows;
  bool const is_whole = reader.groups.size() == 1 && !reader.is_remote();
  // Without MSet::fetch(), which crashes in Xapian 1.4.22 for a page that does not begin at 0.
  auto const begin = static_cast<Xapian::doccount>(is_whole ? stretch.first : 0);
  auto const end = static_cast<Xapian::doccount>(stretch.first + stretch.count);
  auto const counted = static_cast<Xapian::doccount>(stretch.first) + stretch.counted;
  for (ShardGroup const& group : reader.groups) {
    Xapian::Enquire enquire(group.database);
    enquire.set_query(query);
    set_order(enquire, group, order);
    auto const found = enquire.get_mset(begin, end - begin, counted);
    matches.total += found.get_matches_lower_bound();
    matches.exact =
        matches.exact && found.get_matches_lower_bound() == found.get_matches_upper_bound();
    add_rows(group, found, rows);
    if (stretch.reads && group.is_remote) keep_articles(reader, group, found);
  }
  if (!is_whole) sort_rows(rows, order);
  std::size_t const skipped = stretch.first - begin;
  for (std::size_t i = skipped; i < std::min(rows.size(), skipped + stretch.count); ++i)
    matches.articles.push_back(rows[i].article);
  return matches;
}

Xapian::docid first_article(Reader& reader, Xapian::Query const& query) {
  for (ShardGroup const& group : reader.groups) {
    Xapian::Enquire enquire(group.database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(query);
    auto const found = enquire.get_mset(0, 1);
    if (!found.empty()) return group.whole(*found.begin());
  }
  return 0;
}

bool matches_any(Reader& reader, Xapian::Query const& query) {
  return first_article(reader, query) != 0;
}

} // namespace recap::search
