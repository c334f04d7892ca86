// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/match/reader.hpp"
#include "searchd/search/match/snapshot.hpp"

#include "tests/index/store_fixture.hpp"
#include "tests/search/small_index.hpp"

#include <filesystem>
#include <latch>
#include <memory>
#include <string>
#include <thread>
#include <vector>

using namespace recap;
using namespace recap::search;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> const lines{
    R"({"id":"a","title":"A","text":"one","date":"2024-02-03","topics":["front-end","Web"]})",
    R"({"id":"b","title":"B","text":"two","topics":["web sites"]})",
    R"({"id":"c","title":"C","text":"three","date":"2023-12-31"})"};

} // namespace

TEST_CASE("a returned reader is lent again, and two lent together differ") {
  tests::SmallIndex const index(lines);
  auto const snapshot = index.snapshot();
  Reader const* first = nullptr;
  {
    auto const lease = snapshot->lease();
    first = &*lease;
    auto const second = snapshot->lease();
    CHECK(&*second != first);
    CHECK(second->articles() == 3);
  }
  auto const again = snapshot->lease();
  CHECK(&*again == first); // the last one returned
}

TEST_CASE("a reader is not lent again after an interrupted exchange") {
  tests::SmallIndex const index(lines);
  auto const snapshot = index.snapshot();
  {
    auto lease = snapshot->lease();
    lease->written_words["a"] = "kept by this reader";
    auto const idle = snapshot->lease(); // returned before the other one
    idle->written_words["a"] = "kept by this reader";
  }
  snapshot->lease().discard();
  auto const next = snapshot->lease();
  CHECK(next->articles() == 3);
  CHECK(next->written_words.empty());
}

TEST_CASE("a generation that was removed is searched with the readers that are open") {
  tests::SmallIndex const index(lines);
  auto const snapshot = index.snapshot();
  std::uint32_t articles = 0;
  std::thread waiting;
  std::latch begun(1);
  {
    auto const lease = snapshot->lease();
    fs::remove_all(index.store().generation_folder(snapshot->manifest().generation));
    waiting = std::thread([&] {
      begun.count_down();
      articles = snapshot->lease()->articles();
    });
    begun.wait();
    // Meanwhile the other thread fails to open a reader, and waits for this one.
    for (int i = 0; i < 10'000; ++i)
      REQUIRE(lease->document("c") != 0);
  }
  waiting.join();
  CHECK(articles == 3);
  {
    auto lease = snapshot->lease();
    lease.discard();
  }
  CHECK_THROWS_AS(snapshot->lease(), Xapian::Error);
}

TEST_CASE("a snapshot lives as long as a reader that it lent") {
  tests::SmallIndex const index(lines);
  auto snapshot = index.snapshot();
  std::weak_ptr<Snapshot> const alive = snapshot;
  {
    auto const lease = snapshot->lease();
    snapshot.reset();
    CHECK_FALSE(alive.expired());
    CHECK(lease->document("a") != 0);
  }
  CHECK(alive.expired());
}

TEST_CASE("the days and topics of articles come from the columns") {
  for (unsigned const shards : {1U, 2U}) {
    INFO(shards);
    tests::SmallIndex const index(lines, shards);
    auto const snapshot = index.snapshot();
    auto const lease = snapshot->lease();
    CHECK(snapshot->day(lease->document("a")) == 20240203);
    CHECK(snapshot->day(lease->document("b")) == 0);
    CHECK(snapshot->day(lease->document("c")) == 20231231); // the last article
    CHECK(snapshot->day(1000) == 0);
    CHECK(snapshot->newest_date() == "20240203");
    auto const& topics = snapshot->column(index::FieldId::topic).dictionary();
    CHECK(topics == std::vector<std::string>{"front-end", "Web", "web sites"});
    text::Analyser analyser;
    auto const& stems = snapshot->topic_stems(analyser);
    REQUIRE(stems.size() == 3);
    CHECK(stems[0].front() == analyser.analyse("front-end").front().stem);
    CHECK(stems[0].size() > 2);
    CHECK(stems[1] == std::vector<std::string>{"web", "web"});
    CHECK(stems[2] == std::vector<std::string>{"", "web", "site"});
    CHECK(&snapshot->topic_stems(analyser) == &stems);
  }
}

TEST_CASE("different content has a different version, even under the same number") {
  tests::SmallIndex const one(lines);
  tests::SmallIndex const other({R"({"id":"x","title":"X","text":"y"})"});
  CHECK(one.snapshot()->manifest().generation == other.snapshot()->manifest().generation);
  CHECK(one.snapshot()->version() != other.snapshot()->version());
  CHECK(one.snapshot()->version() == one.snapshot()->version());
  CHECK(one.snapshot()->version().starts_with("1-"));
}

TEST_CASE("a generation that is missing, damaged or without its shards is not opened") {
  tests::SmallIndex const index(lines);
  CHECK(index::error_of([&] { Snapshot(index.store(), 9, {}); }).code() ==
        index::ErrorCode::damaged);
  RemoteShards remote;
  remote.addresses[2] = {.host = "127.0.0.1", .port = 1};
  CHECK(index::error_of([&] { Snapshot(index.store(), 1, remote); }).code() ==
        index::ErrorCode::unavailable);
  fs::resize_file(index.store().generation_folder(1) / index::vocabulary_name, 1);
  CHECK(index::error_of([&] { Snapshot(index.store(), 1, {}); }).code() ==
        index::ErrorCode::damaged);
}
