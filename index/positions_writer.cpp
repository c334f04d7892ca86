// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/positions.hpp"
#include "index/positions_format.hpp"

#include <xxhash.h>

#include <algorithm>
#include <limits>

namespace recap::index {
namespace {

void put_number(std::string& bytes, std::uint64_t value) {
  while (value >= 0x80) {
    bytes += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  bytes += static_cast<char>(value);
}

class BitWriter {
public:
  explicit BitWriter(std::string& bytes)
      : bytes_(bytes) {}

  /// At most 32 bits.
  void bits(std::uint64_t value, unsigned count) {
    pending_ |= value << used_;
    used_ += count;
    while (used_ >= 8) {
      bytes_ += static_cast<char>(pending_);
      pending_ >>= 8;
      used_ -= 8;
    }
  }

  /// `count` zeros and a one.
  void zeros(std::uint32_t count) {
    constexpr unsigned at_once = 32;
    for (; count >= at_once; count -= at_once)
      bits(0, at_once);
    bits(std::uint64_t{1} << count, count + 1);
  }

  void end_byte() {
    if (used_ > 0) bits(0, 8 - used_);
  }

private:
  std::string& bytes_;
  std::uint64_t pending_ = 0;
  unsigned used_ = 0;
};

struct HashedTerm {
  std::size_t bucket = 0;
  std::uint64_t fingerprint = 0;
  std::span<std::uint32_t const> positions;

  [[nodiscard]] auto key() const { return std::pair(bucket, fingerprint); }
};

/// Sorted by bucket and fingerprint.
std::vector<HashedTerm> hashed(std::vector<PositionedTerm> const& terms,
                               PositionsLayout const& layout, std::uint32_t seed) {
  std::vector<HashedTerm> hashes;
  hashes.reserve(terms.size());
  for (auto const& [term, positions] : terms) {
    auto const hash = XXH3_64bits_withSeed(term.data(), term.size(), seed);
    hashes.push_back({layout.bucket(hash), layout.fingerprint(hash), positions});
  }
  std::ranges::sort(hashes, {}, &HashedTerm::key);
  return hashes;
}

void write_rice(BitWriter& out, std::uint64_t value, unsigned low) {
  out.zeros(static_cast<std::uint32_t>(value >> low));
  out.bits(value & ((std::uint64_t{1} << low) - 1), low);
}

/// `before`: the fingerprint of the previous entry.
void write_entry(BitWriter& out, PositionsLayout const& layout, HashedTerm const& term,
                 std::uint64_t before) {
  auto const& positions = term.positions;
  auto const count = static_cast<std::uint32_t>(positions.size());
  write_rice(out, term.fingerprint - before, layout.fingerprint_low_bits);
  auto const length = static_cast<unsigned>(std::bit_width(count)) - 1;
  out.zeros(length);
  out.bits(count & ((1U << length) - 1), length);
  if (count == 1) return out.bits(positions.front(), layout.position_bits);
  unsigned const low = layout.rice_bits(count);
  std::uint32_t last = 0;
  for (auto const position : positions) {
    write_rice(out, position - last - 1, low);
    last = position;
  }
}

} // namespace

std::string encode_positions(std::vector<PositionedTerm> const& terms, FieldEnds const& ends) {
  std::uint32_t last = 0;
  for (auto const& term : terms)
    last = std::max(last, term.positions.back());
  PositionsLayout const layout(static_cast<std::uint32_t>(terms.size()), last);
  std::uint32_t seed = 0;
  std::vector<HashedTerm> hashes = hashed(terms, layout, seed);
  // About every second seed will do, so the last one is never reached.
  while (std::ranges::adjacent_find(hashes, {}, &HashedTerm::key) != hashes.end() &&
         seed < std::numeric_limits<std::uint16_t>::max())
    hashes = hashed(terms, layout, ++seed);

  std::string entries;
  std::vector<std::size_t> begins;
  auto term = hashes.begin();
  for (std::size_t bucket = 0; bucket < layout.buckets(); ++bucket) {
    begins.push_back(entries.size());
    BitWriter out(entries);
    std::uint64_t before = 0;
    for (; term != hashes.end() && term->bucket == bucket; ++term) {
      write_entry(out, layout, *term, before);
      before = term->fingerprint;
    }
    out.end_byte();
  }

  std::string bytes;
  for (auto const end : ends)
    put_number(bytes, end);
  for (std::uint64_t const number : {std::uint64_t{last}, std::uint64_t{terms.size()},
                                     std::uint64_t{seed}, std::uint64_t{entries.size()}})
    put_number(bytes, number);
  auto const width = directory_width(entries.size());
  for (std::size_t begin : begins) {
    for (std::size_t i = 0; i < width; ++i, begin >>= 8)
      bytes += static_cast<char>(begin);
  }
  return bytes + entries;
}

} // namespace recap::index
