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

/// Bytes that have to be readable behind what is unpacked, for loads of 64 bits.
inline constexpr std::size_t pack_padding = 64;

/// Appends at most pack_size numbers in as few bits each as pays, those that need more (exceptions)
/// apart:
///
///     byte               bits of a number, 0 to 32; the highest bit is set if there are exceptions
///     [byte, byte        how many exceptions, bits of the rest of each
///      bytes             their places, ascending
///      bits]             their higher bits
///     bits               the lower bits of all numbers
///
/// Bits from the lowest on, each stretch ending with its byte. How many numbers there are is known
/// from elsewhere. On disk: changes need another schema_version.
void pack(std::string& out, std::span<std::uint32_t const> values);

/// Reads `count` <= pack_size numbers off the front of `bytes` into `out`, which has room for
/// pack_size (places behind `count` may be written to). Throws Error(damaged).
void unpack(std::string_view& bytes, std::size_t count, std::uint32_t* out);

/// Goes past `count` numbers.
void skip_pack(std::string_view& bytes, std::size_t count);

/// Reads the numbers from place `first` to `last` of `count` at the front of `bytes`.
void unpack_some(std::string_view bytes, std::size_t count, std::size_t first, std::size_t last,
                 std::uint32_t* out);

} // namespace recap::index
