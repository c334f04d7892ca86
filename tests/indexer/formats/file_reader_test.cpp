// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/file_reader.hpp"

#include "tests/index/store_fixture.hpp"

#include <sys/stat.h>

#include <string>

using namespace recap;
using namespace recap::indexer;

namespace {

/// A file in a folder of its own.
struct OneFile {
  explicit OneFile(std::string_view content) { index::write_file(file.path, content); }

  tests::TemporaryFolder folder;
  SourceFile file{.path = (folder.path() / "a").string(), .name = "a", .relative = "a"};
};

} // namespace

TEST_CASE("a file is read in parts, of which only the last is short") {
  OneFile const one("abcdefg");
  FileReader reader(one.file);
  CHECK(reader.bytes() == 7);
  std::string part(5, '-');
  CHECK(reader.read(part.data(), 5) == 5);
  CHECK(part == "abcde");
  CHECK(reader.read(part.data(), 5) == 2);
  CHECK(part == "fgcde");
  CHECK(reader.read(part.data(), 5) == 0);
  CHECK(reader.read(part.data(), 0) == 0);
  CHECK_NOTHROW(reader.check_unchanged());
}

TEST_CASE("a whole file is read, or one byte more than the most that is asked for") {
  OneFile const one(std::string_view("a\0bcdef", 7));
  CHECK(read_file(one.file) == std::string("a\0bcdef", 7));
  CHECK(read_file(one.file, 7).size() == 7);
  CHECK(read_file(one.file, 6).size() == 7);
  CHECK(read_file(one.file, 2) == std::string("a\0b", 3));
  CHECK(read_file(OneFile("").file).empty());
}

TEST_CASE("a file that gets another size or time while it is read is changing") {
  for (std::string const later : {"abc and more", "ab", "xyz"}) {
    INFO(later);
    OneFile const one("abc");
    FileReader const reader(one.file);
    CHECK_NOTHROW(reader.check_unchanged());
    index::write_file(one.file.path, later);
    // The clock of a file system may not have ticked since the file was written.
    std::filesystem::last_write_time(one.file.path, std::filesystem::file_time_type::clock::now() +
                                                        std::chrono::seconds(1));
    CHECK_THROWS_AS(reader.check_unchanged(), Changing);
  }
}

TEST_CASE("a file that is replaced while it is read is read as it was") {
  OneFile const one("abc");
  FileReader reader(one.file);
  index::write_file(one.folder.path() / "b", "new");
  std::filesystem::rename(one.folder.path() / "b", one.file.path);
  std::string content(3, '-');
  CHECK(reader.read(content.data(), 3) == 3);
  CHECK(content == "abc");
  CHECK_NOTHROW(reader.check_unchanged());
}

TEST_CASE("a folder, a pipe or a missing file is not read") {
  tests::TemporaryFolder const folder;
  SourceFile file{.path = folder.path().string(), .name = "a", .relative = "a"};
  CHECK_THROWS_AS(read_file(file), Changing);
  file.path += "/pipe";
  REQUIRE(::mkfifo(file.path.c_str(), 0600) == 0);
  CHECK_THROWS_AS(read_file(file), Changing); // does not wait for a writer
  file.path += "-missing";
  std::string reason;
  try {
    static_cast<void>(read_file(file));
  } catch (metadata::Unreadable const& error) {
    reason = error.what();
  }
  CHECK(reason == "cannot be opened: No such file or directory; check its permissions");
}
