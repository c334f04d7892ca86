// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/log/line_writer.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <iterator>
#include <mutex>
#include <vector>

using namespace recap;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 60s;

std::string content(std::filesystem::path const& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("lines are written before and after the thread starts, in order") {
  tests::TemporaryFolder const folder;
  auto const file = folder.path() / "log";
  {
    log::LineWriter writer(file);
    writer.put("one");
    CHECK(content(file) == "one\n");
    writer.start();
    writer.put("two");
    writer.put("three");
    writer.flush(patience);
    CHECK(content(file) == "one\ntwo\nthree\n");
    writer.put("four");
  }
  CHECK(content(file) == "one\ntwo\nthree\nfour\n");
}

TEST_CASE("a file that was moved away is created again on request") {
  tests::TemporaryFolder const folder;
  auto const file = folder.path() / "log";
  log::LineWriter writer(file);
  writer.start();
  writer.put("one");
  writer.flush(patience);
  std::filesystem::rename(file, folder.path() / "old");
  writer.put("two");
  writer.flush(patience);
  writer.reopen();
  writer.put("three");
  writer.flush(patience);
  CHECK(content(folder.path() / "old") == "one\ntwo\n");
  CHECK(content(file) == "three\n");
}

TEST_CASE("on a full disk, lines are lost and counted, and the loss is reported once") {
  std::vector<std::string> failures;
  log::LineWriter writer("/dev/full", [&](std::string const& one) { failures.push_back(one); });
  writer.put("one");
  writer.put("two");
  CHECK(writer.lost() == 2);
  CHECK(failures == std::vector<std::string>{"/dev/full: lines are lost: No space left on device"});
}

TEST_CASE("if nobody reads, writing a line does not wait, and excess lines are lost") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
  auto const line = std::string(1024, 'x');
  constexpr std::size_t written_lines = 20'000;
  {
    log::LineWriter writer(ends[1]);
    writer.start();
    auto const begin = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < written_lines; ++i)
      writer.put(line);
    CHECK(std::chrono::steady_clock::now() - begin < 5s);
    CHECK(writer.lost() > 0);
  } // ends even if the pipe stays full
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_CASE("a file that cannot be opened is named") {
  CHECK_THROWS_WITH(log::LineWriter("/nowhere/log"),
                    "/nowhere/log: cannot be written: No such file or directory");
}
