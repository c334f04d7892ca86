// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/reader.hpp"

#include "index/fields.hpp"
#include "index/record.hpp"
#include "searchd/search/matching.hpp"
#include "searchd/search/terms.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace recap::search {
namespace {

/// About 10 MB.
constexpr std::size_t most_frequencies = 100'000;

/// About 1 MB.
constexpr std::size_t most_written_words = 10'000;

} // namespace

Reader::Reader(std::vector<Shard> const& shards) {
  auto const all = static_cast<unsigned>(shards.size());
  ShardGroup remote{.database = {}, .shards = {}, .all = all, .is_remote = true};
  for (unsigned i = 0; i < all; ++i) {
    auto const& shard = shards[i];
    database.add_database(shard.database);
    if (shard.is_remote) {
      remote.database.add_database(shard.database);
      remote.shards.push_back(i);
    } else {
      groups.push_back({.database = shard.database, .shards = {i}, .all = all});
    }
  }
  if (!remote.shards.empty()) groups.push_back(std::move(remote));
}

Xapian::doccount Reader::articles_with(std::string const& term) {
  if (!is_remote()) return search::articles_with(database, term);
  auto const [known, is_new] = frequencies_.try_emplace(term);
  if (is_new) known->second = search::articles_with(database, term);
  return known->second;
}

void Reader::look_up(std::span<std::string const> terms) {
  if (!is_remote()) return;
  std::vector<Xapian::Query> unknown;
  for (auto const& term : terms) {
    if (!frequencies_.contains(term)) unknown.push_back(query_of_term(term));
  }
  if (unknown.empty()) return;
  // A query is told the frequencies of all its terms in one message, before it is run.
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, unknown.begin(), unknown.end()));
  auto const told = enquire.get_mset(0, 0);
  for (auto const& term : terms) {
    if (frequencies_.contains(term)) continue; // the query was not told of it
    auto const under_word =
        index::is_stem_term(term) ? told.get_termfreq(index::word_for_stem(term)) : 0;
    frequencies_.try_emplace(term, told.get_termfreq(term) + under_word);
  }
}

Xapian::Document Reader::document(Xapian::docid id) {
  if (!is_remote()) return database.get_document(id, Xapian::DOC_ASSUME_VALID);
  auto const known = documents_.find(id);
  if (known != documents_.end()) return known->second;
  return documents_.emplace(id, database.get_document(id)).first->second;
}

void Reader::keep(Xapian::docid id, Xapian::Document document) {
  documents_.try_emplace(id, std::move(document));
}

void Reader::look_at(std::span<Xapian::docid const> articles) {
  if (!is_remote()) return;
  looked_at_ = {articles.begin(), articles.end()};
  impacts_.clear();
  std::vector<Xapian::Query> ids;
  for (auto const article : articles) {
    auto const id = index::decode(document(article).get_data()).id;
    ids.emplace_back(index::value_term(index::field(index::FieldId::id), id));
  }
  looked_at_query_ = Xapian::Query(Xapian::Query::OP_OR, ids.begin(), ids.end());
}

std::optional<Xapian::termcount> Reader::impact(Xapian::docid article, std::string const& term) {
  if (!looked_at_.contains(article)) return std::nullopt;
  auto const [known, is_new] = impacts_.try_emplace(term);
  if (is_new) known->second = read_impacts(term);
  auto const found = known->second.find(article);
  return found == known->second.end() ? 0 : found->second;
}

Reader::Impacts Reader::read_impacts(std::string const& term) {
  Impacts impacts;
  Xapian::Query const query(Xapian::Query::OP_FILTER, Xapian::Query(term), looked_at_query_);
  auto const found = match(*this, query, MatchOrder::weight, {.count = looked_at_.size()});
  for (auto const& [id, weight] : found.articles)
    impacts.emplace(id, static_cast<Xapian::termcount>(std::lround(weight)));
  return impacts;
}

void Reader::begin() {
  documents_.clear();
  looked_at_.clear();
  impacts_.clear();
  arranged.clear();
  if (frequencies_.size() > most_frequencies) frequencies_.clear();
  if (written_words.size() > most_written_words) written_words.clear();
}

} // namespace recap::search
