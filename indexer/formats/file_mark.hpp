// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace recap::indexer {

/// What the file system tells of the content of a file. Where any part differs, so may the content.
struct FileMark {
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0; ///< since the epoch; tar, rsync and touch set it
  std::int64_t changed_ns = 0;  ///< of content, name or owner; nobody can set it
  std::uint64_t inode = 0;

  bool operator==(FileMark const&) const = default;
};

} // namespace recap::indexer
