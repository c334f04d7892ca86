// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace recap::index {

/// Header of a vocabulary file. After it, in the byte order of the machine that wrote it:
///
///     documents          u32 for each word, in the order of keys
///     their block maxima u32 (RankedList)
///     offsets            u32 for each word, and the end: offsets into the bytes
///     by initials        u32 for each Hangul word: its place, in the order of initials
///     documents of these u32
///     their block maxima u32
///     length of keys     u8 for each word
///     bytes              the keys of each word, followed by its text if that differs
///
/// On disk: changes need another schema_version.
struct VocabularyHeader {
  std::array<char, 8> magic{'r', 'e', 'c', 'a', 'p', 'v', 'o', 'c'};
  std::uint32_t byte_order = 0x01020304;
  std::uint32_t words = 0;
  std::uint32_t initials = 0;
  std::uint32_t text_bytes = 0;
};

} // namespace recap::index
