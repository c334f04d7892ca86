// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update/comparison.hpp"

#include "indexer/formats/format.hpp"
#include "tests/index/store_fixture.hpp"

#include <limits>

using namespace recap;
using namespace recap::indexer;

namespace {

using Ids = std::vector<std::string>;

/// Notes the changes, and gives every article seven words.
class NotedChanges : public Changes {
public:
  void put(Parsed article, Put put) override {
    (put.was_there ? changed : added).push_back(article.id);
    put.done(7);
  }
  void remove(std::string const& id, std::string const& /*file*/) override {
    removed.push_back(id);
  }

  Ids added;
  Ids changed;
  Ids removed;
};

/// A comparison of some files with what the last run noted.
struct Compared {
  explicit Compared(State known, std::vector<SourceFile> files, Report listed = {})
      : report(std::move(listed))
      , sources(std::move(files))
      , comparison(std::move(known), options, changes, report) {
    MessageLoop loop;
    ParserPool pool(loop, 1, options);
    Progress progress;
    comparison.compare(sources, pool, progress);
    comparison.remove_vanished();
  }

  ReadOptions options;
  NotedChanges changes;
  Report report;
  std::vector<SourceFile> sources;
  Comparison comparison;
};

constexpr FileMark long_ago{.bytes = 4, .modified_ns = 1, .changed_ns = 2, .inode = 3};

/// What the last run noted of a file with one article.
KnownFile noted(std::string name, std::string id) {
  return {.name = std::move(name),
          .source_bytes = 8,
          .mark = long_ago,
          .checksum = "sum",
          .articles = {{.id = std::move(id), .hash = "hash", .words = 5}}};
}

/// A file of the source `content`, which need not exist.
SourceFile listed_file(std::filesystem::path const& folder, std::string const& relative,
                       FileMark const& mark = long_ago) {
  return {.path = (folder / relative).string(),
          .name = "content/" + relative,
          .relative = relative,
          .format = format_of(relative),
          .mark = mark};
}

} // namespace

TEST_CASE("a file with the time stamps of the last run is not read") {
  Compared const compared({noted("content/a.md", "a")}, {listed_file("/nonexistent", "a.md")});
  CHECK(compared.report.unchanged == 1);
  CHECK(compared.report.skips.empty());
  CHECK(compared.changes.changed.empty());
  CHECK(compared.changes.removed.empty());
  CHECK(compared.comparison.body_words() == 5);
  CHECK(compared.comparison.notes().front().checksum == "sum");
}

TEST_CASE("a file is read again if its time stamps or its place in the source differ") {
  tests::TemporaryFolder const folder;
  index::write_file(folder.path() / "a.md", "text");
  auto later = long_ago;
  ++later.changed_ns;
  Compared const touched({noted("content/a.md", "a")}, {listed_file(folder.path(), "a.md", later)});
  CHECK(touched.changes.changed == Ids{"a"});
  CHECK(touched.comparison.body_words() == 7);
  auto moved = noted("content/a.md", "content/a");
  moved.source_bytes = 0;
  Compared const other({moved}, {listed_file(folder.path(), "a.md")});
  CHECK(other.changes.added == Ids{"a"});
  CHECK(other.changes.removed == Ids{"content/a"});
}

TEST_CASE("time stamps of a file that may change within them are not noted") {
  tests::TemporaryFolder const folder;
  index::write_file(folder.path() / "a.md", "text");
  auto const noted_mark = [&](FileMark const& mark) {
    return Compared({}, {listed_file(folder.path(), "a.md", mark)}).comparison.notes().front().mark;
  };
  CHECK(noted_mark(long_ago) == long_ago);
  constexpr auto future = std::numeric_limits<std::int64_t>::max();
  CHECK(noted_mark({.bytes = 4, .modified_ns = future, .changed_ns = 2}) == FileMark{});
  CHECK(noted_mark({.bytes = 4, .modified_ns = 1, .changed_ns = future}) == FileMark{});
}

TEST_CASE("an article that moves to another file is changed, not removed") {
  tests::TemporaryFolder const folder;
  index::write_file(folder.path() / "new.md", "---\nid: a\n---\ntext");
  Compared const compared({noted("content/old.md", "a")}, {listed_file(folder.path(), "new.md")});
  CHECK(compared.changes.changed == Ids{"a"});
  CHECK(compared.changes.removed.empty());
}

TEST_CASE("articles below a folder that cannot be listed are kept") {
  Report report;
  report.skips.push_back({"content/x/", 0, "cannot be read: Permission denied"});
  Compared const compared({noted("content/x/deep/a.md", "a"), noted("content/xy/b.md", "b")}, {},
                          report);
  CHECK(compared.changes.removed == Ids{"b"});
  CHECK(compared.comparison.keeps_earlier());
  CHECK(compared.comparison.has("a"));
  CHECK(compared.report.skips[0].reason ==
        "cannot be read: Permission denied; its last indexed version is kept");
}

TEST_CASE("a broken link is reported only if it led to articles") {
  Report report;
  report.broken_links = {{"content/linked", 0, "broken"}, {"content/other.md", 0, "broken"}};
  Compared const compared({noted("content/linked/a.md", "a")}, {}, report);
  REQUIRE(compared.report.skips.size() == 1);
  CHECK(compared.report.skips[0].path == "content/linked");
  REQUIRE(compared.report.ignored.size() == 1);
  CHECK(compared.report.ignored[0].path == "content/other.md");
  CHECK(compared.changes.removed.empty());
}

TEST_CASE("of a file of many articles only new and changed lines are parsed") {
  tests::TemporaryFolder const folder;
  std::string const first = R"({"id":"a","text":"one"})";
  index::write_file(folder.path() / "all.jsonl",
                    first + "\n" + R"({"id":"b","text":"two"})" + "\n");
  Compared const before({}, {listed_file(folder.path(), "all.jsonl")});
  CHECK(before.changes.added == Ids{"a", "b"});
  index::write_file(folder.path() / "all.jsonl", R"({"id":"c","text":"x"})"
                                                 "\n" +
                                                     first + "\n");
  auto later = long_ago;
  ++later.inode;
  auto const& notes = before.comparison.notes();
  Compared const after(State(notes.begin(), notes.end()),
                       {listed_file(folder.path(), "all.jsonl", later)});
  CHECK(after.changes.added == Ids{"c"});
  CHECK(after.changes.changed.empty());
  CHECK(after.report.unchanged == 1);
  CHECK(after.changes.removed == Ids{"b"});
}
