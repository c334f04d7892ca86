// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/related/similarity.hpp"

#include "index/fields.hpp"
#include "tests/catch.hpp"

using namespace recap;
using namespace recap::search;

namespace {

/// 100 articles; `common` stems are in half of them.
Xapian::Database database(std::vector<std::string> const& common) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (int i = 0; i < 100; ++i) {
    Xapian::Document document;
    for (auto const& stem : common) {
      if (i % 2 == 0) document.add_term(index::stem_term("", stem));
    }
    database.add_document(document);
  }
  return database;
}

Story story(std::vector<std::string> stems) {
  Story story;
  std::ranges::sort(stems);
  for (auto& stem : stems)
    story.stems.push_back({.stem = std::move(stem), .impact = 500, .may_be_significant = true});
  return story;
}

index::Record article(std::string title, std::string lang) {
  index::Record record;
  record.title = std::move(title);
  record.lang = std::move(lang);
  return record;
}

} // namespace

TEST_CASE("a text is fully similar to itself and not at all to an unrelated one") {
  Reader db(database({}), false);
  CHECK(similarity(story({"a", "b"}), story({"a", "b"}), db) == Approx(1));
  CHECK(similarity(story({"a", "b"}), story({"c", "d"}), db) == 0);
  CHECK(similarity(story({}), story({"a"}), db) == 0);
}

TEST_CASE("rare words decide, so that articles made from one pattern stay distinct") {
  Reader db(database({"village", "census", "famili", "popul"}), false);
  auto const here = story({"village", "census", "famili", "popul", "here"});
  auto const there = story({"village", "census", "famili", "popul", "there"});
  CHECK(similarity(here, there, db) < 0.4);
}

TEST_CASE("a short text inside a long one is not the same") {
  Reader db(database({}), false);
  CHECK(similarity(story({"a"}), story({"a", "b", "c", "d", "e"}), db) == 0);
}

TEST_CASE("articles in two languages that share a title or address are versions of one") {
  auto english = article("Summer", "en");
  auto korean = article("여름", "ko");
  CHECK_FALSE(are_versions(english, korean));
  english.aliases = {" 여름 "};
  CHECK(are_versions(english, korean));
  CHECK(are_versions(korean, english));
  CHECK_FALSE(are_versions(english, article("여름", "en")));
  english.aliases.clear();
  english.url = korean.url = "https://example.org/summer";
  CHECK(are_versions(english, korean));
}
