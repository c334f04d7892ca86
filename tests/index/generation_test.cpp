// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/generation.hpp"

#include "index/checksum.hpp"
#include "index/fields.hpp"
#include "tests/index/store_fixture.hpp"
#include "text/analyser.hpp"

#include <unistd.h>

#include <algorithm>

using namespace recap::index;
namespace fs = std::filesystem;

namespace {

using Numbers = std::vector<std::uint64_t>;

/// Names in a folder, in order, but not the lock.
std::vector<std::string> names_in(fs::path const& folder) {
  std::vector<std::string> found;
  for (auto const& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename() != "LOCK") found.push_back(entry.path().filename().string());
  }
  std::ranges::sort(found);
  return found;
}

} // namespace

TEST_CASE_METHOD(StoreFixture, "a published generation is the current one") {
  CHECK(publish() == 1);
  CHECK(store.current() == 1);
  CHECK(content_of(store.folder() / "CURRENT") == "gen-0001\n");
  CHECK(store.generation_folder(1) == store.folder() / "gen-0001");
  CHECK(content_of(store.generation_folder(1) / database_name / "postlist.glass") == "words of 1");
  CHECK(names_in(store.folder()) == std::vector<std::string>{"CURRENT", "gen-0001"});
}

TEST_CASE_METHOD(StoreFixture, "a manifest vouches for every file of its generation") {
  publish();
  Manifest const manifest = store.open_current();
  CHECK(manifest.schema == schema_version);
  CHECK(manifest.analyser == recap::text::analyser_version);
  CHECK(manifest.generation == 1);
  CHECK(manifest.articles == 3);
  CHECK(manifest.settings == "abc");
  CHECK(manifest.created.size() == std::string_view("2023-01-30T00:00:00Z").size());
  CHECK(manifest.created.back() == 'Z');
  CHECK(manifest.files ==
        std::vector<ManifestFile>{{sources_name, 3, checksum("{}\n")},
                                  {"xapian/postlist.glass", 10, checksum("words of 1")}});
}

TEST_CASE_METHOD(StoreFixture, "an unchanged file is shared with the previous generation") {
  publish();
  auto const before = store.open_current();
  {
    Lock const lock(store);
    NewGeneration draft(store);
    auto const row = std::ranges::find(before.files, sources_name, &ManifestFile::name);
    draft.share(store.generation_folder(1), *row);
    fill_database(draft);
    draft.publish(Manifest{}, 1);
  }
  auto const after = store.open_current();
  CHECK(after.files.front() == before.files.front());
  CHECK(content_of(store.generation_folder(2) / sources_name) == "{}\n");
  CHECK_FALSE(fs::exists(store.generation_folder(1)));
}

TEST_CASE_METHOD(StoreFixture, "a file on another disk is copied") {
  fs::path const disk = "/dev/shm";
  publish();
  std::error_code error;
  auto const place = disk / temporary.path().filename();
  if (!fs::create_directory(place, error)) {
    WARN("skipped: no second disk");
    return;
  }
  write_file(place / sources_name, "[]\n");
  {
    Lock const lock(store);
    NewGeneration draft(store);
    draft.share(place, {sources_name, 3, "not true where it is copied"});
    fill_database(draft);
    draft.publish(Manifest{});
  }
  fs::remove_all(place);
  CHECK(store.open_current().generation == 2);
}

TEST_CASE_METHOD(StoreFixture, "the newest two generations are kept") {
  publish();
  publish();
  CHECK(store.generations() == Numbers{1, 2});
  CHECK(publish() == 3);
  CHECK(store.generations() == Numbers{2, 3});
  CHECK(store.current() == 3);
  CHECK_FALSE(fs::exists(store.generation_folder(1)));
  CHECK(store.open(2).generation == 2);
}

TEST_CASE_METHOD(StoreFixture, "the current generation is always kept") {
  publish();
  CHECK(publish(0) == 2);
  CHECK(store.generations() == Numbers{2});
  CHECK(store.open_current().generation == 2);
}

TEST_CASE_METHOD(StoreFixture, "a number is never used again") {
  publish(1);
  publish(1);
  CHECK(store.generations() == Numbers{2});
  SECTION("when the newest generation was removed by hand") {
    fs::remove_all(store.generation_folder(2));
    CHECK(publish() == 3);
  }
  SECTION("when CURRENT was rolled back") {
    publish();
    write_file(store.folder() / "CURRENT", "gen-0002\n");
    CHECK(publish() == 4);
  }
  SECTION("when CURRENT is damaged") {
    write_file(store.folder() / "CURRENT", "?");
    CHECK(publish() == 3);
    CHECK(store.current() == 3);
  }
}

TEST_CASE_METHOD(StoreFixture, "generations are counted past four digits") {
  fs::create_directories(store.folder() / "gen-9999");
  CHECK(publish() == 10'000);
  CHECK(store.generations() == Numbers{9999, 10'000});
  CHECK(content_of(store.folder() / "CURRENT") == "gen-10000\n");
}

TEST_CASE_METHOD(StoreFixture, "other folders are not generations") {
  for (auto const* name : {"gen-", "gen-x", "gen-0001.draft", "gen-0000", "generation", "gen--1",
                           "gen-99999999999999999999"}) {
    fs::create_directories(store.folder() / name);
  }
  CHECK(store.generations().empty());
}

TEST_CASE_METHOD(StoreFixture, "an unpublished draft leaves nothing") {
  publish();
  {
    Lock const lock(store);
    NewGeneration const draft(store);
    fill(draft);
    CHECK(draft.number() == 2);
    CHECK(fs::exists(draft.folder() / sources_name));
    CHECK(store.generations() == Numbers{1});
  }
  CHECK(names_in(store.folder()) == std::vector<std::string>{"CURRENT", "gen-0001"});
  CHECK(store.open_current().generation == 1);
}

TEST_CASE_METHOD(StoreFixture, "a reader does not see a generation before it is published") {
  publish();
  Lock const lock(store);
  NewGeneration draft(store);
  fill(draft);
  CHECK(store.open_current().generation == 1);
  draft.publish(Manifest{});
  CHECK(store.open_current().generation == 2);
}

TEST_CASE_METHOD(StoreFixture,
                 "a publication that fails leaves CURRENT and the disk as they were") {
  publish();
  Lock const lock(store);
  auto const obstacle = store.folder() / "CURRENT.new"; // a folder where a file has to go
  fs::create_directories(obstacle / "full");
  {
    NewGeneration draft(store);
    fill(draft);
    auto const error = error_of([&] { draft.publish(Manifest{}); });
    CHECK(error.code() == ErrorCode::unwritable);
    CHECK(names(error, obstacle));
  }
  CHECK(store.open_current().generation == 1);
  CHECK(names_in(store.folder()) == std::vector<std::string>{"CURRENT", "CURRENT.new", "gen-0001"});
}

TEST_CASE_METHOD(StoreFixture, "a draft in an unwritable place is refused") {
  write_file(temporary.path() / "db", "a file, not a folder");
  auto const error = error_of([&] { NewGeneration const draft(store); });
  CHECK(error.code() == ErrorCode::unwritable);
  CHECK(names(error, store.folder()));
}

TEST_CASE_METHOD(StoreFixture, "a draft in a folder without write permission is refused") {
  if (::geteuid() == 0) {
    WARN("skipped: root may write everywhere");
    return;
  }
  publish();
  fs::permissions(store.folder(), fs::perms::owner_read | fs::perms::owner_exec);
  auto const error = error_of([&] { NewGeneration const draft(store); });
  fs::permissions(store.folder(), fs::perms::owner_all);
  CHECK(error.code() == ErrorCode::unwritable);
  CHECK(names(error, store.folder()));
}
