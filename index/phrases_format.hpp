// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/phrase_term.hpp"

#include <array>
#include <cstdint>

namespace recap::index {

/// Header of a phrases file. After it, in the byte order of the machine that wrote it:
///
///     ranks              u32 for each word start by keys, in their order
///     their block maxima u32 (RankedList)
///     their phrases      u32
///     the same three     for each word start by initials
///     documents          u32 for each phrase, in the order of kinds and keys
///     days               u32 for each phrase
///     offsets            u32 for each phrase, and the end: offsets into the bytes
///     word starts        u16 for each by keys, then for each by initials: offset in the phrase
///     length of keys     u16 for each phrase
///     of initials        u16 for each phrase
///     kinds              u8 for each phrase
///     bytes              the keys of each phrase, its initials and its text
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

/// Bit in the rank of a word start that begins its phrase, so that these come first.
inline constexpr std::uint32_t first_word_rank = 0x80000000;

} // namespace recap::index
