// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace recap::indexer {

/// The result of stat for a file. If any member differs, the content may differ.
struct FileMark {
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0; ///< since the epoch; tar, rsync and touch set it
  std::int64_t changed_ns = 0;  ///< of content, name or owner; cannot be set
  std::uint64_t inode = 0;

  bool operator==(FileMark const&) const = default;
};

} // namespace recap::indexer
