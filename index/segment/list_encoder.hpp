// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/segment/packing.hpp"
#include "index/segment/posting.hpp"
#include "index/segment/words_format.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace recap::index {

/// Encodes the postings and positions of one term at a time. docs/index-format.md describes the
/// bytes.
class ListEncoder {
public:
  /// Articles and positions must ascend. A posting may have no positions.
  void add(Posting posting, std::span<std::uint32_t const> positions);

  /// Encodes the rest. The members below are valid until clear(). Throws Error(unwritable) if a
  /// list has more than 4 GiB.
  void finish();
  void clear();

  [[nodiscard]] std::uint32_t postings() const { return postings_; }
  [[nodiscard]] std::uint32_t zeros() const { return zeros_; } ///< postings with impact 0
  [[nodiscard]] std::uint32_t largest_impact() const { return largest_impact_; }
  [[nodiscard]] std::uint32_t last_article() const { return last_article_; }
  [[nodiscard]] std::string_view table() const { return table_; }
  [[nodiscard]] std::string_view posting_bytes() const { return posting_bytes_; }
  [[nodiscard]] std::string_view position_bytes() const { return position_bytes_; }

private:
  void encode_block();
  void encode_positions();
  void encode_single();

  std::uint32_t postings_ = 0;
  std::uint32_t zeros_ = 0;
  std::uint32_t largest_impact_ = 0;
  std::uint32_t last_article_ = 0xffffffff; ///< its successor is 0
  bool has_positions_ = false;
  std::vector<BlockEnd> ends_;
  std::string table_;
  std::string posting_bytes_;
  std::string position_bytes_;

  // Of the block being filled.
  std::vector<std::uint32_t> gaps_;
  std::vector<std::uint32_t> impacts_;
  std::vector<std::uint32_t> counts_; ///< of positions
  std::vector<std::uint32_t> values_; ///< first positions and gaps
};

} // namespace recap::index
