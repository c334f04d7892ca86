// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/segment/bytes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace recap::index {

/// Header of a words-N. The parts follow in this order (docs/index-format.md describes them): lists
/// (padded), forward lists (padded), u64 block keys, u64 block offsets, u64 forward offsets (one
/// more than articles), u32 docids, u32 ends (FieldEnds per article), dictionary. On disk: changes
/// need another schema_version.
struct WordsHeader {
  std::array<char, 8> mark{};
  std::uint32_t articles = 0;
  std::uint32_t terms = 0;
  std::uint64_t list_bytes = 0;    ///< with their padding
  std::uint64_t forward_bytes = 0; ///< likewise
  std::uint64_t dictionary_bytes = 0;
};

inline constexpr std::array<char, 8> words_mark{'R', 'c', 'p', 'W', 'o', 'r', 'd', '1'};

/// Terms in a block of the dictionary.
inline constexpr std::uint32_t terms_per_block = 16;

/// An entry's shared and new lengths share one byte if both are less than this.
inline constexpr std::size_t long_length = 15;

/// Bits of the first varint of an entry, below the number of postings.
inline constexpr std::uint64_t has_zeros_flag = 1;
inline constexpr std::uint64_t has_dead_flag = 2;
inline constexpr unsigned entry_flag_bits = 2;

/// One per block of a list with several; all are read before the first block.
struct BlockEnd {
  std::uint32_t last_article = 0;
  std::uint32_t posting_end = 0;  ///< from the end of the table
  std::uint32_t position_end = 0; ///< from the beginning of the list's positions
};

/// Chunks of a block's positions (pack_size each) per entry of its table of chunks.
inline constexpr std::uint32_t chunks_per_entry = 16;

/// Forward lists store impacts as decreases, the first from this.
inline constexpr std::uint32_t highest_impact = 1023;

/// The first eight bytes of a term as a number, so that numbers sort like terms.
[[nodiscard]] inline std::uint64_t block_key(std::string_view term) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < sizeof key; ++i)
    key = key << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0U);
  return key;
}

} // namespace recap::index
