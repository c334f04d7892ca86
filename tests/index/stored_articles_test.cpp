// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/stored_articles.hpp"

#include "index/databases.hpp"
#include "index/fields.hpp"
#include "index/segment/writer.hpp"
#include "tests/index/store_fixture.hpp"

#include <xapian.h>

#include <string>
#include <vector>

using namespace recap;
using namespace recap::index;

namespace {

Record record(std::string const& id) {
  Record made;
  made.id = id;
  made.title = "Title of " + id;
  made.sections.emplace_back().text = "text of " + id;
  return made;
}

/// A generation with the articles `a`, `B` and `c`, in one database or in shards.
struct Generation {
  explicit Generation(unsigned shards) {
    manifest.shards = shards;
    auto database = open_writable_databases(folder.path(), shards, Xapian::DB_CREATE);
    SegmentWriter writer;
    for (std::string const id : {"a", "B", "c"}) {
      auto const made = record(id);
      Xapian::Document document;
      document.add_boolean_term(value_term(field(FieldId::id), id));
      if (shards > 1) document.set_data(encode(made));
      auto const docid = database.add_document(document);
      std::vector<SectionPlaces> const places(1);
      writer.add({.docid = docid, .record = &made, .sections = places});
    }
    database.commit();
    if (shards > 1) return;
    writer.finish(folder.path() / "words-1", folder.path() / "articles-1");
    write_live_articles(std::vector<std::uint8_t>{0, 1, 1, 1}, folder.path() / live_name);
    manifest.segments = {{"words-1", "articles-1"}};
  }

  recap::tests::TemporaryFolder folder;
  Manifest manifest;
};

} // namespace

TEST_CASE("articles are found by id and read by number, in one database or in shards") {
  for (unsigned const shards : {1U, 2U}) {
    INFO(shards);
    Generation const made(shards);
    StoredArticles const articles(made.folder.path(), made.manifest);
    CHECK(articles.segments().has_value() == (shards == 1));
    CHECK(articles.find("a") == 1U);
    CHECK(articles.find("B") == 2U);
    CHECK_FALSE(articles.find("b")); // ids are not folded
    CHECK_FALSE(articles.find(""));
    CHECK(articles.record(3) == record("c"));
    std::vector<std::string> all;
    articles.for_each([&](auto docid, Record const& read) {
      CHECK(docid == all.size() + 1);
      all.push_back(read.id);
    });
    CHECK(all == std::vector<std::string>{"a", "B", "c"});
  }
}

TEST_CASE("a record that is damaged is refused, and a database that is missing, too") {
  Generation const made(2);
  auto database = open_writable_databases(made.folder.path(), 2, Xapian::DB_OPEN);
  auto document = database.get_document(2);
  document.set_data("no record");
  database.replace_document(2, document);
  database.commit();
  StoredArticles const articles(made.folder.path(), made.manifest);
  CHECK(articles.record(1).id == "a");
  CHECK(error_of([&] { static_cast<void>(articles.record(2)); }).code() == ErrorCode::damaged);
  recap::tests::TemporaryFolder const empty;
  CHECK_THROWS_AS(StoredArticles(empty.path(), made.manifest), Xapian::Error);
}
