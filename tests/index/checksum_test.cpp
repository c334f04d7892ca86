// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/checksum.hpp"

#include "index/error.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <fstream>
#include <string>

using namespace recap;

TEST_CASE("a file has the checksum of its bytes, however many pieces it is read in") {
  tests::TemporaryFolder const folder;
  auto const file = folder.path() / "file";
  std::string bytes;
  for (std::size_t const size : {0U, 1U, 5'000'001U}) {
    bytes.resize(size, 'x');
    std::ofstream(file, std::ios::binary) << bytes;
    CHECK(index::checksum_of_file(file) == index::checksum(bytes));
  }
}

TEST_CASE("a checksum has 16 hexadecimal digits and changes with each byte") {
  auto const one = index::checksum("recap");
  CHECK(one.size() == 16);
  CHECK(one.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(index::checksum("recaq") != one);
}

TEST_CASE("a file that cannot be read is damaged, and named") {
  tests::TemporaryFolder const folder;
  try {
    static_cast<void>(index::checksum_of_file(folder.path() / "absent"));
    FAIL();
  } catch (index::Error const& error) {
    CHECK(error.code() == index::ErrorCode::damaged);
    CHECK(std::string(error.what()).find("absent") != std::string::npos);
  }
}
