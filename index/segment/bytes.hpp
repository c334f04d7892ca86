// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/error.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>

namespace recap::index {

/// Throws Error(damaged).
[[noreturn]] inline void segment_damaged() {
  throw Error(ErrorCode::damaged, "a segment is damaged; index again with --rebuild");
}

/// `bytes` from `begin` to `end`, two entries of a table in the file, which may have changed since
/// the file was opened and checked. Throws Error(damaged) if they do not fit.
[[nodiscard]] inline std::string_view stretch_of(std::string_view bytes, std::uint64_t begin,
                                                 std::uint64_t end) {
  if (begin > end || end > bytes.size()) segment_damaged();
  return bytes.substr(begin, end - begin);
}

/// Appends a varint: seven bits a byte, lowest first.
inline void put_varint(std::string& bytes, std::uint64_t value) {
  while (value >= 0x80) {
    bytes += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  bytes += static_cast<char>(value);
}

/// Takes varints and byte ranges from the front of some bytes. Throws Error(damaged) at the end.
class ByteReader {
public:
  explicit ByteReader(std::string_view bytes)
      : at_(bytes.data())
      , end_(bytes.data() + bytes.size()) {}

  std::uint64_t varint() {
    // Most varints have one byte.
    if (at_ != end_ && static_cast<unsigned char>(*at_) < 0x80) [[likely]]
      return static_cast<unsigned char>(*at_++);
    return long_varint();
  }
  /// A varint of at most 32 bits.
  std::uint32_t number() {
    auto const value = varint();
    if (value > std::numeric_limits<std::uint32_t>::max()) segment_damaged();
    return static_cast<std::uint32_t>(value);
  }
  unsigned char byte() {
    if (at_ == end_) segment_damaged();
    return static_cast<unsigned char>(*at_++);
  }
  std::string_view take(std::uint64_t count) {
    if (count > left()) segment_damaged();
    std::string_view const bytes(at_, count);
    at_ += count;
    return bytes;
  }
  [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }
  [[nodiscard]] std::string_view rest() const { return {at_, left()}; }

private:
  std::uint64_t long_varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && at_ != end_; shift += 7) {
      auto const byte = static_cast<unsigned char>(*at_++);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    segment_damaged();
  }
  char const* at_;
  char const* end_;
};

/// Eight bytes, lowest first. All must be readable.
inline std::uint64_t load_64(char const* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}

} // namespace recap::index
