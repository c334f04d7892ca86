// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/output_file.hpp"

#include "tests/index/store_fixture.hpp"

#include <cstdint>
#include <string>
#include <vector>

using namespace recap;
using namespace recap::index;

TEST_CASE("a file has its header at the beginning, although that is written last") {
  recap::tests::TemporaryFolder const folder;
  OutputFile out(folder.path() / "a");
  out.write("????");
  out.write("body");
  CHECK(out.size() == 8);
  out.finish("head");
  CHECK(content_of(folder.path() / "a") == "headbody");
}

TEST_CASE("zeros fill up to a multiple of eight, and there are at least as many as asked for") {
  for (std::size_t const before : {0U, 1U, 7U, 8U}) {
    for (std::size_t const zeros : {0U, 1U, 8U, 64U}) {
      recap::tests::TemporaryFolder const folder;
      OutputFile out(folder.path() / "a");
      out.write(std::string(before, 'x'));
      out.pad(zeros);
      CHECK(out.size() % 8 == 0);
      CHECK(out.size() >= before + zeros);
      CHECK(out.size() < before + zeros + 8);
      out.close();
      auto const content = content_of(folder.path() / "a");
      CHECK(content == std::string(before, 'x') + std::string(content.size() - before, '\0'));
    }
  }
}

TEST_CASE("arrays and other files are appended, of any size") {
  recap::tests::TemporaryFolder const folder;
  for (std::size_t const bytes : {0U, 3U, 1U << 20, (1U << 20) + 5}) {
    INFO(bytes);
    std::string const content(bytes, 'y');
    write_file(folder.path() / "b", content);
    OutputFile out(folder.path() / "a");
    std::vector<std::uint16_t> const numbers{0x6161, 0x6262};
    out.write_array(std::span<std::uint16_t const>(numbers));
    out.append(folder.path() / "b");
    CHECK(out.size() == bytes + 4);
    out.close();
    CHECK(content_of(folder.path() / "a") == "aabb" + content);
  }
}

TEST_CASE("a file that cannot be written or appended is reported by the name of the output") {
  recap::tests::TemporaryFolder const folder;
  auto const missing = folder.path() / "none" / "a";
  auto const place = error_of([&] { OutputFile const out(missing); });
  CHECK(place.code() == ErrorCode::unwritable);
  CHECK(names(place, missing));
  auto const full = error_of([] {
    OutputFile out("/dev/full");
    out.write(std::string(1 << 20, 'x'));
    out.close();
  });
  CHECK(full.code() == ErrorCode::unwritable);
  CHECK(names(full, "/dev/full"));
  OutputFile out(folder.path() / "a");
  CHECK(error_of([&] { out.append(folder.path() / "missing"); }).code() == ErrorCode::unwritable);
}
