// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/segment/merge.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace recap::index {

/// An article of the result.
struct MergedArticle {
  std::uint32_t docid = 0;
  std::uint32_t input = 0;
  std::uint32_t local = 0; ///< in that input
};

/// The live articles by docid. Throws std::invalid_argument if two have the same.
[[nodiscard]] std::vector<MergedArticle> merged_order(std::span<SegmentSource const> inputs);

void merge_words(std::span<SegmentSource const> inputs, std::span<MergedArticle const> order,
                 std::filesystem::path const& file, DeadCounts dead);
void merge_articles(std::span<SegmentSource const> inputs, std::span<MergedArticle const> order,
                    std::filesystem::path const& file);

} // namespace recap::index
