// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace recap::index {

/// Layout of the encoded positions of an article:
///
///     varints            ends of titles, authors and topics, last position, terms, seed, bytes
///                        of the entries
///     directory          the offset of each bucket among the entries: two bytes, or four if the
///                        entries have more than 65,535; lowest byte first
///     entries            the terms of each bucket by their fingerprints, lowest bit first; each
///                        bucket begins with a byte
///
/// A term is hashed (XXH3, 64 bits, with a seed for which no two terms collide): the
/// highest bits are its bucket, the lowest its fingerprint. An entry is the difference of its
/// fingerprint from the one before as a Rice code; the number of positions as an Elias gamma code;
/// then one position in as many bits as the last one needs, or the differences of several in Rice
/// codes.
///
/// On disk: changes need another schema_version.
struct PositionsLayout {
  explicit PositionsLayout(std::uint32_t terms, std::uint32_t last)
      : bucket_bits(static_cast<unsigned>(std::bit_width(terms / bucket_terms)))
      , fingerprint_bits(std::max(2 * static_cast<unsigned>(std::bit_width(terms)), least_bits) -
                         bucket_bits)
      , fingerprint_low_bits(fingerprint_bits -
                             static_cast<unsigned>(std::bit_width(terms >> bucket_bits)))
      , position_bits(static_cast<unsigned>(std::bit_width(last)))
      , last_position(last) {}

  /// A larger value makes the encoding smaller and slower.
  static constexpr std::uint32_t bucket_terms = 32;
  /// Makes false matches rare enough to go unnoticed.
  static constexpr unsigned least_bits = 18;

  [[nodiscard]] std::size_t buckets() const { return std::size_t{1} << bucket_bits; }
  [[nodiscard]] std::size_t bucket(std::uint64_t hash) const {
    return bucket_bits == 0 ? 0 : static_cast<std::size_t>(hash >> (64 - bucket_bits));
  }
  [[nodiscard]] std::uint64_t fingerprint(std::uint64_t hash) const {
    return hash & ((std::uint64_t{1} << fingerprint_bits) - 1);
  }
  /// Low bits of each difference of `count` positions, assuming that they are spread evenly.
  [[nodiscard]] unsigned rice_bits(std::uint32_t count) const {
    return static_cast<unsigned>(std::bit_width(last_position / count)) -
           (last_position >= count ? 1 : 0);
  }

  unsigned bucket_bits;
  unsigned fingerprint_bits;
  unsigned fingerprint_low_bits; ///< of its difference
  unsigned position_bits;
  std::uint32_t last_position;
};

constexpr std::size_t directory_width(std::size_t entry_bytes) {
  return entry_bytes > 0xFFFF ? 4 : 2;
}

} // namespace recap::index
