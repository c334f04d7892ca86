// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sources/standard_input.hpp"

#include "indexer/formats/format.hpp"
#include "tests/index/store_fixture.hpp"

#include <iostream>
#include <sstream>

using namespace recap;
using namespace recap::indexer;

namespace {

/// Makes std::cin read `text`.
class TypedInput {
public:
  explicit TypedInput(std::string const& text)
      : text_(text)
      , before_(std::cin.rdbuf(text_.rdbuf())) {
    std::cin.clear();
  }
  ~TypedInput() {
    std::cin.rdbuf(before_);
    std::cin.clear();
  }
  TypedInput(TypedInput const&) = delete;
  TypedInput& operator=(TypedInput const&) = delete;

private:
  std::istringstream text_;
  std::streambuf* before_;
};

} // namespace

TEST_CASE("standard input is kept as a file of JSON lines, and removed afterwards") {
  tests::TemporaryFolder const folder;
  TypedInput const typed(std::string("{\"id\":\"a\"}\n\0\n", 13));
  std::string path;
  {
    StandardInput const input(folder.path());
    auto const source = input.source();
    path = source.path;
    CHECK(index::content_of(path) == std::string("{\"id\":\"a\"}\n\0\n", 13));
    CHECK(source.name == "-");
    CHECK(source.format == &json_lines_format());
    CHECK(source.mark.bytes == 13);
  }
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("an empty standard input is an empty file") {
  tests::TemporaryFolder const folder;
  TypedInput const typed("");
  CHECK(StandardInput(folder.path()).source().mark.bytes == 0);
}

TEST_CASE("a folder that cannot hold standard input is unwritable") {
  tests::TemporaryFolder const folder;
  TypedInput const typed("text");
  auto const error = index::error_of([&] { StandardInput const input(folder.path() / "missing"); });
  CHECK(error.code() == index::ErrorCode::unwritable);
  CHECK(index::names(error, folder.path() / "missing"));
}
