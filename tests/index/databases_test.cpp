// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/databases.hpp"

#include "index/fields.hpp"
#include "tests/catch.hpp"
#include "tests/index/store_fixture.hpp"
#include "tests/temporary_folder.hpp"

using namespace recap;
using namespace recap::index;

namespace {

using Names = std::vector<std::string>;

/// Adds an article, or changes the one with this name.
void put(Xapian::WritableDatabase& database, std::string const& name, std::string const& text) {
  Xapian::Document document;
  document.add_boolean_term("Q" + name);
  document.set_data(text);
  database.replace_document("Q" + name, document);
}

} // namespace

TEST_CASE("an unsharded generation has one database") {
  CHECK(database_names(1) == Names{database_name});
  CHECK(database_names(3) == Names{"shard-1", "shard-2", "shard-3"});
}

TEST_CASE("articles in shards have the numbers that they would have in one database") {
  recap::tests::TemporaryFolder const folder;
  auto written = open_writable_databases(folder.path(), 3, Xapian::DB_CREATE);
  for (unsigned i = 1; i <= 7; ++i)
    put(written, std::to_string(i), "first");
  put(written, "5", "second");
  written.commit();
  CHECK(Xapian::Database((folder.path() / "shard-1").string()).get_doccount() == 3);
  CHECK(Xapian::Database((folder.path() / "shard-2").string()).get_doccount() == 2);

  auto const all = open_databases(folder.path(), 3);
  CHECK(all.get_doccount() == 7);
  for (unsigned i = 1; i <= 7; ++i)
    CHECK(*all.postlist_begin("Q" + std::to_string(i)) == i);
  CHECK(all.get_document(5).get_data() == "second");
}

TEST_CASE("a shard stores its number and its generation") {
  recap::tests::TemporaryFolder const folder;
  open_writable_databases(folder.path(), 2, Xapian::DB_CREATE).commit();
  auto const mark = mark_shards(folder.path(), 2, 7);
  CHECK(mark.starts_with("7 "));
  Xapian::Database const second((folder.path() / "shard-2").string());
  CHECK(second.get_metadata(shard_mark_key) == shard_mark(mark, 2));
  CHECK(shard_mark(mark, 2) != shard_mark(mark, 1));
  CHECK(mark_shards(folder.path(), 2, 8) != mark);
}

TEST_CASE_METHOD(StoreFixture, "the files of a database on another host are not checked") {
  publish();
  Names const elsewhere{database_name};
  std::filesystem::remove_all(store.generation_folder(1) / database_name);
  CHECK(error_of([&] { static_cast<void>(store.open(1)); }).code() == ErrorCode::damaged);
  CHECK(store.open(1, elsewhere).articles == 3);
}
