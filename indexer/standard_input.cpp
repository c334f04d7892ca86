// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/standard_input.hpp"

#include "index/generation.hpp"

#include <fstream>
#include <iostream>

namespace recap::indexer {

namespace fs = std::filesystem;

StandardInput::StandardInput(fs::path const& folder)
    : file_(folder / ("stdin" + std::string(index::draft_suffix))) {
  std::ofstream out(file_, std::ios::binary | std::ios::trunc);
  if (std::cin.peek() != std::char_traits<char>::eof()) out << std::cin.rdbuf();
  out.close();
  if (!out)
    throw index::Error(index::ErrorCode::unwritable,
                       file_.string() + ": cannot be written; is the disk full?");
}

StandardInput::~StandardInput() {
  std::error_code ignored;
  fs::remove(file_, ignored);
}

SourceFile StandardInput::source() const {
  return {.path = file_,
          .name = "-",
          .relative = "-",
          .kind = SourceKind::json_lines,
          .bytes = fs::file_size(file_),
          .modified_ns = 0};
}

} // namespace recap::indexer
