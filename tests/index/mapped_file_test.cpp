// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/mapped_file.hpp"

#include "tests/index/store_fixture.hpp"

#include <filesystem>
#include <string>
#include <utility>

using namespace recap;
using namespace recap::index;
namespace fs = std::filesystem;

TEST_CASE("a file is mapped as it was, also when its name is gone") {
  recap::tests::TemporaryFolder const folder;
  auto const file = folder.path() / "a";
  write_file(file, std::string_view("a\0b", 3));
  MappedFile const mapped(file);
  fs::remove(file);
  CHECK(mapped.bytes() == std::string_view("a\0b", 3));
}

TEST_CASE("an empty file has no bytes, and neither has none") {
  recap::tests::TemporaryFolder const folder;
  write_file(folder.path() / "a", "");
  CHECK(MappedFile(folder.path() / "a").bytes().empty());
  CHECK(MappedFile().bytes().empty());
}

TEST_CASE("a mapping moves with its bytes") {
  recap::tests::TemporaryFolder const folder;
  write_file(folder.path() / "a", "aaa");
  write_file(folder.path() / "b", "bb");
  MappedFile first(folder.path() / "a");
  MappedFile second(std::move(first));
  CHECK(second.bytes() == "aaa");
  second = MappedFile(folder.path() / "b");
  CHECK(second.bytes() == "bb");
}

TEST_CASE("a file that is missing or a folder is damaged, by name and reason") {
  recap::tests::TemporaryFolder const folder;
  auto const missing = error_of([&] { MappedFile const file(folder.path() / "a"); });
  CHECK(missing.code() == ErrorCode::damaged);
  CHECK(names(missing, folder.path() / "a"));
  CHECK(std::string(missing.what()).find("No such file") != std::string::npos);
  CHECK(error_of([&] { MappedFile const file(folder.path()); }).code() == ErrorCode::damaged);
}
