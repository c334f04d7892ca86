// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/reader.hpp"

#include "index/fields.hpp"
#include "searchd/search/terms.hpp"

#include <algorithm>
#include <utility>

namespace recap::search {
namespace {

/// About 10 MB.
constexpr std::size_t most_frequencies = 100'000;

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

void Reader::begin() {
  documents_.clear();
  arranged.clear();
  if (frequencies_.size() > most_frequencies) frequencies_.clear();
}

} // namespace recap::search
