// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/fields.hpp"

#include <array>
#include <cstdint>

namespace recap::index {

/// The beginning of a file of phrases. Behind it, in the byte order of the machine that made it:
///
///     for keys, then for initials: rank, block maxima (RankedList) and phrase of each word start,
///     u32 for each phrase: documents, day, offset into the bytes (one more at the end), u32 for
///     keys, then for initials: offset of each word start in its phrase, u16 for each phrase:
///     length of its keys and of its initials, u16; kind, u8 bytes of each phrase: keys, initials,
///     text
///
/// On disk: changes need another schema_version.
struct PhrasesHeader {
  std::array<char, 8> magic{'r', 'e', 'c', 'a', 'p', 'p', 'h', 'r'};
  std::uint32_t byte_order = 0x01020304;
  std::uint32_t phrases = 0;
  std::uint32_t text_bytes = 0;
  /// First word start of each kind, and the number of all.
  std::array<std::array<std::uint32_t, phrase_kinds + 1>, 2> kinds{};
};

/// The rank of a word start: the first word of a phrase before all others.
inline constexpr std::uint32_t first_word_rank = 0x80000000;

} // namespace recap::index
