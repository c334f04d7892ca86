// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/segment/articles.hpp"
#include "index/segment/words.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>

namespace recap::index {

/// A segment to merge.
struct SegmentSource {
  SegmentWords const* words = nullptr;
  SegmentArticles const* articles = nullptr; ///< as many as the words have
  /// Added to each docid, for pieces of parallel writers, which all count from 1.
  std::uint32_t docid_offset = 0;
  /// Whether the article with this docid (before the offset) is live; if empty, all are.
  std::function<bool(std::uint32_t)> live;
};

/// What to do with TermEntry::dead.
enum class DeadCounts : std::uint8_t {
  drop, ///< drop it: the result is a first segment
  sum,  ///< add up: the result is a second segment
};

/// Writes the live articles of several segments as one, ordered by their docids, which must be
/// unique. Streams: takes memory for the encoded lists of one term, and a few bytes per article and
/// term. Omits terms that no live article has. Throws Error(unwritable), and Error(damaged) for a
/// damaged input.
void merge_segments(std::span<SegmentSource const> inputs, std::filesystem::path const& words,
                    std::filesystem::path const& articles, DeadCounts dead = DeadCounts::drop);

} // namespace recap::index
