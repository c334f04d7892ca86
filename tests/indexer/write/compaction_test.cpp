// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/compaction.hpp"

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <xapian.h>

using namespace recap;
using namespace recap::indexer;
namespace fs = std::filesystem;

namespace {

void write_database(fs::path const& place, std::vector<std::string> const& texts) {
  Xapian::WritableDatabase database(place.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  for (auto const& text : texts) {
    Xapian::Document document;
    document.set_data(text);
    database.add_document(document);
  }
  database.commit();
}

/// The documents by their numbers.
std::vector<std::pair<Xapian::docid, std::string>> documents_in(fs::path const& place) {
  Xapian::Database const database(place.string());
  std::vector<std::pair<Xapian::docid, std::string>> found;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
    found.emplace_back(*at, database.get_document(*at).get_data());
  return found;
}

} // namespace

TEST_CASE("more databases than are merged at once keep the order of their articles") {
  tests::TemporaryFolder const folder;
  constexpr Xapian::docid many = 66;
  std::vector<fs::path> parts;
  for (Xapian::docid i = 1; i <= many; ++i) {
    parts.push_back(folder.path() / std::to_string(i));
    write_database(parts.back(), {std::to_string(i)});
  }
  merge_databases(parts, folder.path(), folder.path() / "all");
  auto const merged = documents_in(folder.path() / "all");
  REQUIRE(merged.size() == many);
  for (Xapian::docid i = 1; i <= many; ++i)
    CHECK(merged[i - 1] == std::pair(i, std::to_string(i)));
  CHECK_FALSE(fs::exists(parts.front()));
}

TEST_CASE("a compact copy keeps the numbers of articles, although the first is missing") {
  tests::TemporaryFolder const folder;
  write_database(folder.path() / "a", {"one", "two", "three"});
  Xapian::WritableDatabase((folder.path() / "a").string(), Xapian::DB_OPEN).delete_document(1);
  compact_database(folder.path() / "a", folder.path() / "b");
  auto const copied = documents_in(folder.path() / "b");
  REQUIRE(copied.size() == 2);
  CHECK(copied[0] == std::pair(Xapian::docid{2}, std::string("two")));
  CHECK(copied[1] == std::pair(Xapian::docid{3}, std::string("three")));
}
