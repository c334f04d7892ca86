// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/shard_writers.hpp"

#include "index/databases.hpp"
#include "index/record.hpp"
#include "index/segment/articles.hpp"
#include "index/segment/words.hpp"
#include "indexer/process/wire.hpp"
#include "indexer/write/segment_pieces.hpp"
#include "tests/index/store_fixture.hpp"

#include <xapian.h>

#include <optional>
#include <string>

using namespace recap;
using namespace recap::indexer;
namespace fs = std::filesystem;

namespace {

/// A writer process, and its responses.
class Writing {
public:
  explicit Writing(unsigned shards)
      : plan_{.jobs = 1, .shards = shards}
      , child_(loop_, [&](int descriptor) { serve_shards(descriptor, plan_); }) {}

  /// `words problem` of the response to an order; `ended` if there is none.
  std::string order(ShardOrder order, std::string const& content = "") {
    child_.send(std::string(1, static_cast<char>(order)) + content);
    while (true) {
      if (auto const message = child_.receive()) {
        Unpacker in(*message);
        auto const words = in.number();
        return std::to_string(words) + ' ' + std::string(in.text());
      }
      if (child_.ended()) return "ended";
      loop_.exchange(true);
    }
  }

private:
  ShardWriters::Plan plan_;
  MessageLoop loop_;
  ChildProcess child_;
};

std::string encoded(std::string const& id, std::string const& text) {
  index::Record record;
  record.id = id;
  record.title = "Title of " + id;
  record.sections.emplace_back().text = text;
  return index::encode(record);
}

} // namespace

TEST_CASE("a process writes one piece after another, and counts the words of each article") {
  tests::TemporaryFolder const folder;
  Writing writing(1);
  for (std::string const piece : {"one", "two"}) {
    auto const place = folder.path() / piece;
    CHECK(writing.order(ShardOrder::begin, place.string()) == "0 ");
    CHECK(writing.order(ShardOrder::put, encoded("a-" + piece, "three words here")) == "3 ");
    CHECK(writing.order(ShardOrder::put, encoded("b-" + piece, "")) == "0 ");
    CHECK(writing.order(ShardOrder::end) == "0 ");
    Xapian::Database const database((place / index::database_name).string());
    CHECK(database.get_doccount() == 2);
    auto const names = segment_names(0);
    index::SegmentWords const words(place / names.words);
    CHECK(words.articles() == 2);
    CHECK(words.docids()[0] == 1); // each piece counts from 1
    CHECK(index::SegmentArticles(place / names.articles).record(1).id == "b-" + piece);
  }
}

TEST_CASE("shards take articles in turn, with all terms, and have no segment") {
  tests::TemporaryFolder const folder;
  Writing writing(2);
  auto const place = folder.path() / "piece";
  CHECK(writing.order(ShardOrder::begin, place.string()) == "0 ");
  for (auto const* id : {"a", "b", "c"})
    CHECK(writing.order(ShardOrder::put, encoded(id, "two words")) == "2 ");
  CHECK(writing.order(ShardOrder::end) == "0 ");
  auto const names = index::database_names(2);
  Xapian::Database const first((place / names[0]).string());
  Xapian::Database const second((place / names[1]).string());
  CHECK(first.get_doccount() == 2);
  CHECK(second.get_doccount() == 1);
  CHECK(second.term_exists("Qb"));
  CHECK(second.term_exists("words"));
  CHECK_FALSE(fs::exists(place / segment_names(0).words));
}

TEST_CASE("an order that fails has its reason, and ends the process") {
  tests::TemporaryFolder const folder;
  index::write_file(folder.path() / "file", "in the way");
  Writing blocked(1);
  auto const reason = blocked.order(ShardOrder::begin, (folder.path() / "file").string());
  CHECK(reason.size() > 2);
  CHECK(reason.find("file") != std::string::npos);
  CHECK(blocked.order(ShardOrder::end) == "ended");
  Writing damaged(1);
  CHECK(damaged.order(ShardOrder::begin, (folder.path() / "piece").string()) == "0 ");
  CHECK(damaged.order(ShardOrder::put, "no record").size() > 2);
  CHECK(damaged.order(ShardOrder::end) == "ended");
}
