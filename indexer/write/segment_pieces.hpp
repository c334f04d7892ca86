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

/// Collects pieces of a segment, and segments of the previous generation, and merges them. Throws
/// index::Error.
class SegmentPieces {
public:
  /// Adds a piece, stored in a folder under the names of generation 0; merge() removes it.
  /// `offset`: added to its docids.
  void add(std::filesystem::path const& folder, std::uint32_t offset = 0);

  /// Adds the live articles of an existing segment, which must outlive this object.
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
