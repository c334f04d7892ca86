// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/cut_files.hpp"
#include "index/mapped_file.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

using namespace recap;

TEST_CASE("pages cut off a mapped file read as zeros, and are counted") {
  tests::TemporaryFolder const folder;
  auto const path = folder.path() / "file";
  std::ofstream(path) << std::string(100'000, 'x');
  index::MappedFile const file(path);
  index::survive_cut_files();
  auto const before = index::missing_pages();
  CHECK(file.bytes()[99'999] == 'x');
  CHECK(index::missing_pages() == before);
  std::filesystem::resize_file(path, 10);
  CHECK(file.bytes()[99'999] == '\0');
  CHECK(index::missing_pages() == before + 1);
  CHECK(file.bytes()[99'998] == '\0');
  CHECK(index::missing_pages() == before + 1);
  CHECK(file.bytes()[9] == 'x');
  CHECK(std::ranges::count(file.bytes(), 'x') == 10);
}
