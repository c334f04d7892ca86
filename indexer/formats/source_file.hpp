// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/file_mark.hpp"

#include <string>

namespace recap::indexer {

struct Format;

/// A file that holds articles.
struct SourceFile {
  std::string path;       ///< to open it; std::string takes less memory than filesystem::path
  std::string name;       ///< path for messages, in UTF-8; key of the notes
  std::string relative;   ///< below the source folder, `/` between names
  std::string place = {}; ///< in the project of a configured site, or empty
  Format const* format = nullptr; ///< a row of formats(); never null for a file that is read
  FileMark mark = {};
};

} // namespace recap::indexer
