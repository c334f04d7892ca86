// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace recap::index {

/// Numbers packed at once.
inline constexpr std::size_t pack_size = 128;

/// Bytes that must be readable after the packed numbers, for 64-bit loads.
inline constexpr std::size_t pack_padding = 64;

/// Appends at most pack_size numbers with the width that takes the fewest bytes; the higher bits of
/// larger numbers (exceptions) are stored separately:
///
///     byte               bits of a number, 0 to 32; the highest bit is set if there are exceptions
///     [byte, byte        number of exceptions, bits of the rest of each
///      bytes             their places, ascending
///      bits]             their higher bits
///     bits               the lower bits of all numbers
///
/// Lowest bit first; each part ends at a byte. The number of numbers is not stored. On disk:
/// changes need another schema_version.
void pack(std::string& out, std::span<std::uint32_t const> values);

/// Reads `count` <= pack_size numbers from the front of `bytes` into `out`, which has room for
/// pack_size (entries after `count` may be overwritten). Throws Error(damaged).
void unpack(std::string_view& bytes, std::size_t count, std::uint32_t* out);

/// Skips `count` numbers.
void skip_pack(std::string_view& bytes, std::size_t count);

/// Reads numbers `first` to `last` of the `count` at the front of `bytes`.
void unpack_some(std::string_view bytes, std::size_t count, std::size_t first, std::size_t last,
                 std::uint32_t* out);

} // namespace recap::index
