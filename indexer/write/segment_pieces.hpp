// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/generation.hpp"
#include "index/segment/merge.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

namespace recap::indexer {

/// Names of the segment that a generation writes.
[[nodiscard]] index::SegmentNames segment_names(std::uint64_t generation);

/// Parts of a segment on disk, and segments of the generation before, that become one. Throws
/// index::Error.
class SegmentPieces {
public:
  /// A piece of its own, in a folder that has it under the names of generation 0; merge()
  /// takes them away. `offset`: added to its docids.
  void add(std::filesystem::path const& folder, std::uint32_t offset = 0);

  /// A segment that stays where it is, and has to live as long as this, as far as `live`.
  void add(index::SegmentWords const& words, index::SegmentArticles const& articles,
           std::function<bool(std::uint32_t docid)> live);

  [[nodiscard]] std::size_t size() const { return folders_.size() + segments_.size(); }

  /// Writes the segment `names` in `place`.
  void merge(std::filesystem::path const& place, index::SegmentNames const& names,
             index::DeadCounts dead);

private:
  struct Piece {
    std::filesystem::path folder;
    std::uint32_t offset = 0;
  };
  std::vector<Piece> folders_;
  std::vector<index::SegmentSource> segments_;
};

} // namespace recap::indexer
