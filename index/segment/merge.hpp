// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/segment/articles.hpp"
#include "index/segment/words.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>

namespace recap::index {

/// A segment to be merged.
struct SegmentSource {
  SegmentWords const* words = nullptr;
  SegmentArticles const* articles = nullptr; ///< as many as the words have
  /// Added to each docid, for pieces of parallel writers that count from 1 each.
  std::uint32_t docid_offset = 0;
  /// Whether the article with this docid (before the offset) is in force; all are without it.
  std::function<bool(std::uint32_t)> live;
};

/// What becomes of TermEntry::dead.
enum class DeadCounts : std::uint8_t {
  drop, ///< the result is a first segment
  sum,  ///< it is a second: those of the inputs are added up
};

/// Writes the live articles of several segments as one, in the order of their docids, of which no
/// two may be the same. Streams: memory for the encoded lists of one term, and some bytes an
/// article and term. Terms that no live article has are left out. Throws Error(unwritable), and
/// Error(damaged) when an input is.
void merge_segments(std::span<SegmentSource const> inputs, std::filesystem::path const& words,
                    std::filesystem::path const& articles, DeadCounts dead = DeadCounts::drop);

} // namespace recap::index
