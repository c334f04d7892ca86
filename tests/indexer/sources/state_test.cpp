// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sources/state.hpp"

#include "index/checksum.hpp"
#include "index/error.hpp"
#include "indexer/process/wire.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <fstream>
#include <optional>

using namespace recap;
using namespace recap::indexer;

namespace {

std::optional<index::ErrorCode> error_of(std::string const& notes) {
  tests::TemporaryFolder const folder;
  auto const file = folder.path() / "sources";
  std::ofstream(file, std::ios::binary) << notes << index::checksum(notes);
  try {
    static_cast<void>(read_state(file));
  } catch (index::Error const& error) {
    return error.code();
  }
  return std::nullopt;
}

std::string marked(std::uint64_t mark) {
  Packer notes;
  notes.number(mark).number(0);
  return notes.message();
}

} // namespace

TEST_CASE("notes are read as they were written") {
  tests::TemporaryFolder const folder;
  auto const file = folder.path() / "sources";
  write_state(file, {{.name = "content/a.md",
                      .source_bytes = 8,
                      .mark = {.bytes = 5, .modified_ns = -7, .changed_ns = 8, .inode = 9},
                      .checksum = "sum",
                      .articles = {{.id = "a", .hash = "hash", .words = 3}}}});
  State const state = read_state(file);
  REQUIRE(state.size() == 1);
  KnownFile const& read = *state.find("content/a.md");
  CHECK(read.source_bytes == 8);
  CHECK(read.mark == FileMark{.bytes = 5, .modified_ns = -7, .changed_ns = 8, .inode = 9});
  CHECK(read.checksum == "sum");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].id == "a");
  CHECK(read.articles[0].hash == "hash");
  CHECK(read.articles[0].words == 3);
}

TEST_CASE("records of an older program differ from damaged ones") {
  constexpr std::uint64_t first = 0x7365'6372'756f'7331;
  CHECK(error_of(marked(first)) == index::ErrorCode::older);
  CHECK(error_of(marked(first + 1)) == index::ErrorCode::older);
  CHECK(error_of(marked(first + 2)) == std::nullopt);
  CHECK(error_of(marked(first + 3)) == index::ErrorCode::damaged);
  CHECK(error_of("") == index::ErrorCode::damaged);
}
