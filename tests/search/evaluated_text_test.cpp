// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/evaluated_text.hpp"

#include "searchd/search/impact_weight.hpp"
#include "tests/catch.hpp"

#include <utility>
#include <vector>

using recap::search::EvaluatedText;
using recap::search::Tier;
using Xapian::Query;

namespace {

/// 40 articles: all have `all`, each third `third` the more often the later it is, the even `even`.
Xapian::WritableDatabase articles() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (unsigned i = 1; i <= 40; ++i) {
    Xapian::Document document;
    document.add_term("all", 1);
    if (i % 3 == 0) document.add_term("third", i);
    if (i % 2 == 0) document.add_boolean_term("even");
    database.add_document(document);
  }
  return database;
}

using Ranking = std::vector<std::pair<Xapian::docid, double>>;

Ranking ranking(Xapian::Database const& database, Query const& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(recap::search::ImpactWeight());
  Ranking found;
  auto const matches = enquire.get_mset(0, 100, 100);
  for (auto hit = matches.begin(); hit != matches.end(); ++hit)
    found.emplace_back(*hit, hit.get_weight());
  return found;
}

Query either(char const* one, char const* other) {
  return {Query::OP_OR, Query(one), Query(other)};
}

} // namespace

TEST_CASE("an evaluated text matches the same articles with the same weights") {
  auto const database = articles();
  EvaluatedText text(database);
  Query const words = either("all", "third");
  Query const once = text.once(Tier::typed, words);
  CHECK(ranking(database, once).size() == 40);
  CHECK(ranking(database, once) == ranking(database, words));
  Query const even("even");
  CHECK(ranking(database, Query(Query::OP_FILTER, once, even)) ==
        ranking(database, Query(Query::OP_FILTER, words, even)));
  CHECK(ranking(database, Query(Query::OP_AND_NOT, once, even)) ==
        ranking(database, Query(Query::OP_AND_NOT, words, even)));
}

TEST_CASE("a condition is met by the articles of the text that meet it") {
  auto const database = articles();
  EvaluatedText text(database);
  Query const third = text.once(Tier::typed, Query("third"));
  Query const met = text.among(Tier::typed, Query("even"));
  CHECK(ranking(database, Query(Query::OP_FILTER, third, met)) ==
        ranking(database, Query(Query::OP_FILTER, Query("third"), Query("even"))));
}

TEST_CASE("beyond a number of articles a condition is not kept, and met all the same") {
  auto const database = articles();
  EvaluatedText text(database, 5);
  Query const all = text.once(Tier::typed, Query("all"));
  for (auto const* const value : {"even", "third", "all", "none"}) {
    Query const condition(Query::OP_SCALE_WEIGHT, Query(value), 0);
    CHECK(ranking(database, Query(Query::OP_FILTER, all, text.among(Tier::typed, condition))) ==
          ranking(database, Query(Query::OP_FILTER, Query("all"), condition)));
  }
}

TEST_CASE("an evaluated text is looked for once a tier") {
  auto database = articles();
  EvaluatedText text(database);
  static_cast<void>(text.once(Tier::typed, Query("third")));
  database.delete_document(3);
  CHECK(ranking(database, text.once(Tier::typed, Query("third"))).size() == 13);
  CHECK(ranking(database, text.once(Tier::relaxed, Query("third"))).size() == 12);
}

TEST_CASE("a text without articles matches none") {
  auto const database = articles();
  EvaluatedText text(database);
  CHECK(ranking(database, text.once(Tier::typed, Query("none"))).empty());
}
