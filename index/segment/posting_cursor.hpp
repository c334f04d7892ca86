// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/segment/posting.hpp"
#include "index/segment/words.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace recap::index {

inline constexpr std::size_t postings_per_block = 128;

/// Iterates over a posting list, forward only. Cheap to construct: it reads lazily and allocates
/// nothing. Valid as long as its segment. Throws Error(damaged) for bytes that cannot be postings.
class PostingCursor {
public:
  PostingCursor(SegmentWords const& words, TermEntry const& term);

  /// The next postings with an article < `end`, at most postings_per_block, in the cursor's buffer
  /// until the next call. Empty if none is left below `end`. Includes the posting that seek()
  /// reached.
  [[nodiscard]] std::span<Posting const> next_block(std::uint32_t end);

  /// Moves to the first remaining posting with an article >= `target`; nullopt at the end. A far
  /// jump decodes one block.
  std::optional<Posting> seek(std::uint32_t target);

  /// Appends the positions of the posting that seek() reached. Cheapest in ascending order.
  void positions(std::vector<std::uint32_t>& out);
  /// Appends the positions of the posting at `place` in the last result of next_block().
  void positions(std::size_t place, std::vector<std::uint32_t>& out);

  [[nodiscard]] std::uint32_t largest_impact() const { return largest_impact_; }

private:
  /// State of reading the positions of a block.
  struct Positions {
    std::uint32_t block = 0xffffffff;
    std::uint32_t place = 0;      ///< of the posting whose first value is `value`
    std::size_t value = 0;        ///< place among the block's
    std::size_t values = 0;       ///< how many the block has
    std::size_t chunk = 0;        ///< at or before that of `value`
    std::size_t chunk_at = 0;     ///< where it begins in `bytes`
    std::string_view chunk_table; ///< begin of each 16th chunk
    std::string_view bytes;       ///< of all chunks
    std::array<std::uint32_t, postings_per_block> counts;
  };

  [[nodiscard]] std::uint32_t last_article(std::uint32_t block) const;
  /// The first remaining block that can have an article >= `target`.
  [[nodiscard]] std::uint32_t block_with(std::uint32_t target) const;
  /// Place in the buffer of the first remaining posting with an article >= `article`.
  [[nodiscard]] std::uint32_t place_of(std::uint32_t article) const;
  void decode(std::uint32_t block);
  void open_positions();
  void go_to_chunk(std::size_t chunk);
  void read_positions(std::uint32_t place, std::vector<std::uint32_t>& out);

  std::string_view table_; ///< of the block ends; empty for a list of one block
  std::string_view postings_;
  std::string_view position_bytes_;
  std::uint32_t count_;
  std::uint32_t articles_;
  std::uint32_t largest_impact_;
  std::uint32_t only_article_;
  std::uint32_t blocks_;
  std::uint32_t next_block_ = 0; ///< to decode when the buffer is used up
  std::uint32_t at_ = 0;         ///< in the buffer, of the first remaining posting
  std::uint32_t given_ = 0;      ///< where the last span began
  std::uint32_t filled_ = 0;
  std::array<Posting, postings_per_block> buffer_;
  Positions open_;
};

} // namespace recap::index
