// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/generation.hpp"

#include "index/fields.hpp"
#include "index/manifest.hpp"
#include "tests/index/store_fixture.hpp"
#include "text/analyser.hpp"

using namespace recap::index;
namespace fs = std::filesystem;

namespace {

struct PublishedFixture : StoreFixture {
  PublishedFixture() { publish(); }

  fs::path folder = store.generation_folder(1);
  fs::path manifest = folder / manifest_name;
  fs::path database = folder / database_name / "postlist.glass";

  void check_error(ErrorCode code, fs::path const& place) const {
    auto const error = error_of([&] { (void)store.open_current(); });
    INFO(error.what());
    CHECK(error.code() == code);
    CHECK(names(error, place));
  }
  /// Puts a changed manifest in the place of the true one.
  template <typename Change>
  void rewrite(Change&& change) const {
    Manifest changed = from_json(content_of(manifest), manifest);
    change(changed);
    write_file(manifest, to_json(changed));
  }
};

} // namespace

TEST_CASE_METHOD(StoreFixture, "a folder without an index is reported as such") {
  SECTION("no folder") {}
  SECTION("an empty folder") {
    fs::create_directories(store.folder());
  }
  SECTION("a generation that was never made current") {
    publish();
    fs::remove(store.folder() / "CURRENT");
  }
  CHECK(store.current() == std::nullopt);
  auto const error = error_of([&] { (void)store.open_current(); });
  CHECK(error.code() == ErrorCode::absent);
  CHECK(names(error, store.folder()));
}

TEST_CASE_METHOD(PublishedFixture, "an undamaged generation opens") {
  CHECK(store.open_current().files.size() == 2);
}

TEST_CASE_METHOD(PublishedFixture, "damage is found by whichever thread checks the file") {
  Store const many(store.folder(), 4);
  auto const files = many.open_current().files;
  for (auto const& file : files) {
    auto const path = folder / file.name;
    auto content = content_of(path);
    REQUIRE_FALSE(content.empty());
    content.back() = static_cast<char>(content.back() ^ 1);
    write_file(path, content);
    auto const error = error_of([&] { (void)many.open_current(); });
    CHECK(error.code() == ErrorCode::damaged);
    CHECK(names(error, path));
    content.back() = static_cast<char>(content.back() ^ 1);
    write_file(path, content);
  }
  CHECK(many.open_current().files.size() == files.size());
}

TEST_CASE_METHOD(PublishedFixture, "a missing file is damage") {
  fs::remove(database);
  check_error(ErrorCode::damaged, database);
}

TEST_CASE_METHOD(PublishedFixture, "a file of another size is damage") {
  SECTION("shorter") {
    write_file(database, "words of");
  }
  SECTION("longer") {
    write_file(database, "words of 1 and 2");
  }
  SECTION("empty") {
    write_file(database, "");
  }
  check_error(ErrorCode::damaged, database);
}

TEST_CASE_METHOD(PublishedFixture, "one flipped byte is damage") {
  std::string const content = content_of(database);
  for (std::size_t at = 0; at < content.size(); ++at) {
    std::string changed = content;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    write_file(database, changed);
    check_error(ErrorCode::damaged, database);
  }
  CHECK(store.read(1).files.size() == 2); // read() does not look at the files
}

TEST_CASE_METHOD(PublishedFixture, "a folder in the place of a file is damage") {
  fs::remove(database);
  fs::create_directory(database);
  check_error(ErrorCode::damaged, database);
}

TEST_CASE_METHOD(PublishedFixture, "an invalid manifest is damage") {
  SECTION("missing") {
    fs::remove(manifest);
  }
  std::string const ours = R"({"schema": )" + std::to_string(schema_version);
  for (std::string const& content : std::vector<std::string>{
           "", "not JSON", "{", "{}", "[]", "null", "1", R"({"schema": "1"})", ours + "}",
           ours + R"(, "analyser": "one", "generation": 1})", "\xFF\xFE"}) {
    SECTION("content " + content) {
      write_file(manifest, content);
    }
  }
  SECTION("cut short") {
    std::string const content = content_of(manifest);
    write_file(manifest, content.substr(0, content.size() / 2));
  }
  check_error(ErrorCode::damaged, manifest);
}

TEST_CASE_METHOD(PublishedFixture, "an empty generation folder is damage") {
  fs::remove_all(folder);
  check_error(ErrorCode::damaged, folder);
}

TEST_CASE_METHOD(PublishedFixture, "a CURRENT that names no generation is damage") {
  auto const current = store.folder() / "CURRENT";
  for (std::string_view const content :
       {"", "\n", "garbage", "gen-", "gen-0", "gen-x", "gen-1 ", "0001", "../gen-0001",
        "gen-0001\n\n", "gen-99999999999999999999", "gen-0001/../..", "\xFF"}) {
    INFO(content);
    write_file(current, content);
    auto const error = error_of([&] { (void)store.current(); });
    CHECK(error.code() == ErrorCode::damaged);
    CHECK(names(error, current));
    check_error(ErrorCode::damaged, current);
  }
  fs::remove(current);
  fs::create_directory(current);
  check_error(ErrorCode::damaged, current);
}

TEST_CASE_METHOD(PublishedFixture, "a damaged CURRENT names nothing to those who replace it") {
  CHECK(store.current_if_readable() == store.current());
  write_file(store.folder() / "CURRENT", "nonsense\n");
  CHECK_FALSE(store.current_if_readable());
}

TEST_CASE_METHOD(PublishedFixture, "a CURRENT without its line end is read") {
  write_file(store.folder() / "CURRENT", "gen-0001");
  CHECK(store.open_current().generation == 1);
}

TEST_CASE_METHOD(PublishedFixture, "an index of a newer program is refused as such") {
  SECTION("schema") {
    rewrite([](Manifest& changed) { changed.schema = schema_version + 1; });
  }
  SECTION("analyser") {
    rewrite([](Manifest& changed) { changed.analyser = recap::text::analyser_version + 1; });
  }
  SECTION("all else may have changed its meaning") {
    write_file(manifest, R"({"schema": 99, "analyser": "another", "files": 0})");
  }
  check_error(ErrorCode::newer, manifest);
}

TEST_CASE_METHOD(PublishedFixture, "an index of an older program is refused as such") {
  SECTION("schema") {
    rewrite([](Manifest& changed) { changed.schema = schema_version - 1; });
  }
  SECTION("analyser") {
    rewrite([](Manifest& changed) { changed.analyser = recap::text::analyser_version - 1; });
  }
  check_error(ErrorCode::older, manifest);
}

TEST_CASE_METHOD(PublishedFixture, "an earlier generation opens after CURRENT is pointed to it") {
  publish();
  fs::remove(store.generation_folder(2) / sources_name);
  auto const error = error_of([&] { (void)store.open_current(); });
  CHECK(error.code() == ErrorCode::damaged);
  CHECK(std::string(error.what()).find("CURRENT") != std::string::npos);
  write_file(store.folder() / "CURRENT", "gen-0001\n");
  CHECK(store.open_current().generation == 1);
}
