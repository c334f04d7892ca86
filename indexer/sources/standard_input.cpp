// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sources/standard_input.hpp"

#include "index/error.hpp"
#include "index/generation.hpp"
#include "indexer/formats/format.hpp"

#include <unistd.h>

#include <fstream>
#include <iostream>
#include <string>

namespace recap::indexer {

StandardInput::StandardInput(std::filesystem::path const& folder)
    : file_(folder / ("stdin-" + std::to_string(::getpid()) + std::string(index::draft_suffix))) {
  std::ofstream out(file_, std::ios::binary | std::ios::trunc);
  if (std::cin.peek() != std::char_traits<char>::eof()) out << std::cin.rdbuf();
  out.close();
  if (!out)
    throw index::Error(index::ErrorCode::unwritable,
                       file_.string() + ": cannot be written; is the disk full?");
}

StandardInput::~StandardInput() {
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

SourceFile StandardInput::source() const {
  return {.path = file_,
          .name = std::string(standard_input_name),
          .relative = std::string(standard_input_name),
          .format = &json_lines_format(),
          .mark = {.bytes = std::filesystem::file_size(file_)}};
}

} // namespace recap::indexer
