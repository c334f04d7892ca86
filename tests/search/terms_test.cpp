// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/terms.hpp"

#include "index/fields.hpp"
#include "tests/catch.hpp"

#include <vector>

using namespace recap;
using namespace recap::search;

namespace {

/// Articles 1 and 4 have the word, 2 and 5 only the stem's term, 3 another word.
Xapian::WritableDatabase database() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (auto const* term : {"run", "Zrun", "runs", "run", "Zrun"}) {
    Xapian::Document document;
    document.add_term(term, static_cast<Xapian::termcount>(10 + database.get_doccount()));
    database.add_document(document);
  }
  return database;
}

std::vector<Xapian::docid> walk(TermArticles articles, Xapian::docid from = 1) {
  std::vector<Xapian::docid> found;
  for (; articles.skip_to(from); from = articles.article() + 1)
    found.push_back(articles.article());
  return found;
}

} // namespace

TEST_CASE("a stem is in the articles with its term and in those with the word of its letters") {
  auto const db = database();
  auto const stem = index::stem_term("", "run");
  CHECK(articles_with(db, stem) == 4);
  CHECK(largest_impact_of(db, stem) >= 14);
  CHECK(walk({db, stem}) == std::vector<Xapian::docid>{1, 2, 4, 5});
  CHECK(walk({db, stem}, 3) == std::vector<Xapian::docid>{4, 5});
  TermArticles articles(db, stem);
  REQUIRE(articles.skip_to(2));
  CHECK(articles.impact() == 11);
  REQUIRE(articles.skip_to(3));
  CHECK(articles.impact() == 13);
}

TEST_CASE("a word is only itself") {
  auto const db = database();
  CHECK(articles_with(db, "run") == 2);
  CHECK(walk({db, "run"}) == std::vector<Xapian::docid>{1, 4});
  CHECK(walk({db, "walk"}).empty());
  CHECK(walk({db, index::stem_term("", "walk")}).empty());
}

TEST_CASE("a word that is its own stem is told from an inflected one") {
  text::Analyser analyser;
  CHECK(is_own_stem(analyser, "run"));
  CHECK_FALSE(is_own_stem(analyser, "running"));
  CHECK(is_own_stem(analyser, "c++"));
  CHECK(is_own_stem(analyser, "인턴십"));
  CHECK_FALSE(is_own_stem(analyser, "인턴십을"));
}
