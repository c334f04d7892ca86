// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/formats/source_file.hpp"
#include "metadata/problem.hpp"

#include <sys/stat.h>

#include <cstddef>
#include <limits>
#include <string>

namespace recap::indexer {

/// The file may have changed since it was listed.
class Changing : public metadata::Unreadable {
public:
  Changing()
      : Unreadable("changed while it was read; index again when it is complete") {}
};

/// Reads a file and notices if it is modified meanwhile. Throws Unreadable if it cannot be opened
/// or read, and Changing if it is no longer a file.
class FileReader {
public:
  explicit FileReader(SourceFile const& file);
  ~FileReader();
  FileReader(FileReader const&) = delete;
  FileReader& operator=(FileReader const&) = delete;

  /// Reads up to `bytes`; fewer only at the end of the file.
  std::size_t read(char* place, std::size_t bytes);

  /// Throws Changing if the file has changed.
  void check_unchanged() const;

  [[nodiscard]] std::size_t bytes() const { return static_cast<std::size_t>(before_.st_size); }

private:
  int file_;
  struct stat before_{};
};

/// The whole file, or its first `most` + 1 bytes. Throws as FileReader.
[[nodiscard]] std::string read_file(SourceFile const& file,
                                    std::size_t most = std::numeric_limits<std::size_t>::max() - 1);

} // namespace recap::indexer
