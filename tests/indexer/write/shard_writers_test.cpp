// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/shard_writers.hpp"

#include "index/record.hpp"
#include "indexer/write/compaction.hpp"
#include "tests/index/store_fixture.hpp"

#include <xapian.h>

using namespace recap;
using namespace recap::indexer;
namespace fs = std::filesystem;

namespace {

std::string encoded(int number) {
  index::Record record;
  record.id = "a" + std::to_string(number);
  record.title = "Title " + std::to_string(number);
  auto& section = record.sections.emplace_back();
  for (int i = 0; i < number; ++i)
    section.text += "word ";
  return index::encode(record);
}

} // namespace

TEST_CASE("writers in several processes give each article its words and a number in order") {
  tests::TemporaryFolder const folder;
  MessageLoop loop;
  ShardWriters writers(loop, folder.path() / "work", {.jobs = 2});
  constexpr int many = 9;
  std::vector<std::uint64_t> words(many);
  for (int i = 0; i < many; ++i)
    writers.put(encoded(i),
                [&words, i](auto count) { words[static_cast<std::size_t>(i)] = count; });
  auto const pieces = writers.finish();
  for (std::size_t i = 0; i < many; ++i)
    CHECK(words[i] == i);
  REQUIRE(pieces.size() == 1);
  CHECK(pieces.front().first == 0);
  auto const databases = databases_of(pieces, 1);
  REQUIRE(databases.size() == 1);
  merge_databases(databases.front(), folder.path(), folder.path() / "all");
  Xapian::Database const all((folder.path() / "all").string());
  CHECK(all.get_doccount() == many);
  CHECK(*all.postlist_begin("Qa4") == 5);
}

TEST_CASE("a writer that cannot write ends the run with an error that names the folder") {
  tests::TemporaryFolder const folder;
  fs::create_directory(folder.path() / "work");
  index::write_file(folder.path() / "work" / "piece-0", "in the way");
  MessageLoop loop;
  ShardWriters writers(loop, folder.path() / "work", {});
  auto const error = index::error_of([&] {
    writers.put(encoded(1), nullptr);
    static_cast<void>(writers.finish());
  });
  CHECK(error.code() == index::ErrorCode::unwritable);
  CHECK(index::names(error, folder.path() / "work"));
  CHECK(std::string(error.what()).ends_with("; the index is unchanged"));
}

TEST_CASE("databases of pieces are grouped by the shard in which their articles belong") {
  using Paths = std::vector<fs::path>;
  auto const grouped = databases_of({{"p0", 0}, {"p1", 3}}, 2);
  REQUIRE(grouped.size() == 2);
  CHECK(grouped[0] == Paths{"p0/shard-1", "p1/shard-2"});
  CHECK(grouped[1] == Paths{"p0/shard-2", "p1/shard-1"});
}
