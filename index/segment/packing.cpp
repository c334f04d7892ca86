// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/packing.hpp"

#include "index/segment/bytes.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace recap::index {
namespace {

constexpr unsigned widest = 32;
constexpr unsigned exceptions_flag = 0x80;

constexpr std::size_t bytes_of(std::size_t bits) {
  return (bits + 7) / 8;
}

constexpr std::uint64_t mask(unsigned bits) {
  return (std::uint64_t{1} << bits) - 1;
}

/// What precedes the lower bits.
struct Head {
  unsigned bits = 0;
  std::size_t exceptions = 0;
  unsigned higher_bits = 0;
  char const* places = nullptr;
  char const* higher = nullptr;
  char const* lower = nullptr;
};

/// Consumes all parts of `bytes`; throws if one is cut short.
Head take(std::string_view& bytes, std::size_t count) {
  ByteReader in(bytes);
  Head head;
  unsigned const first = in.byte();
  head.bits = first & ~exceptions_flag;
  if (head.bits > widest) segment_damaged();
  if ((first & exceptions_flag) != 0) [[unlikely]] {
    head.exceptions = in.byte();
    head.higher_bits = in.byte();
    if (head.bits + head.higher_bits > widest) segment_damaged();
    head.places = in.take(head.exceptions).data();
    head.higher = in.take(bytes_of(head.exceptions * head.higher_bits)).data();
  }
  head.lower = in.take(bytes_of(count * head.bits)).data();
  bytes = in.rest();
  return head;
}

std::uint32_t number_at(char const* bytes, std::size_t place, unsigned bits) {
  std::size_t const at = place * bits;
  return static_cast<std::uint32_t>(load_64(bytes + at / 8) >> (at % 8) & mask(bits));
}

/// Adds the higher bits of the numbers in [first, last).
void add_exceptions(Head const& head, std::size_t first, std::size_t last, std::uint32_t* out) {
  for (std::size_t i = 0; i < head.exceptions; ++i) {
    auto const place = static_cast<std::size_t>(static_cast<unsigned char>(head.places[i]));
    if (place < first || place >= last) continue;
    // In 64 bits, because only zero may be shifted by 32.
    out[place - first] |= static_cast<std::uint32_t>(
        std::uint64_t{number_at(head.higher, i, head.higher_bits)} << head.bits);
  }
}

/// Eight numbers take as many bytes as one has bits; all shifts are compile-time constants.
template <unsigned bits, std::size_t... place>
void unpack_eight(char const* bytes, std::uint32_t* out, std::index_sequence<place...> /*places*/) {
  ((out[place] = static_cast<std::uint32_t>(
        load_64(bytes + place * bits / 8) >> (place * bits % 8) & mask(bits))),
   ...);
}

template <unsigned bits>
void unpack_bits(char const* bytes, std::size_t count, std::uint32_t* out) {
  for (std::size_t i = 0; i < count; i += 8, bytes += bits, out += 8)
    unpack_eight<bits>(bytes, out, std::make_index_sequence<8>());
}

using Unpacker = void (*)(char const*, std::size_t, std::uint32_t*);

template <unsigned... bits>
constexpr auto unpackers_of(std::integer_sequence<unsigned, bits...> /*widths*/) {
  return std::array<Unpacker, sizeof...(bits)>{unpack_bits<bits>...};
}

constexpr auto unpackers = unpackers_of(std::make_integer_sequence<unsigned, widest + 1>());

void put_bits(std::string& out, std::span<std::uint32_t const> values, unsigned bits) {
  std::uint64_t pending = 0;
  unsigned used = 0;
  for (auto const value : values) {
    pending |= (value & mask(bits)) << used;
    for (used += bits; used >= 8; used -= 8, pending >>= 8)
      out += static_cast<char>(pending);
  }
  if (used > 0) out += static_cast<char>(pending);
}

/// The width that takes the fewest bytes.
unsigned best_width(std::span<std::uint32_t const> values) {
  std::array<std::size_t, widest + 1> of_width{};
  for (auto const value : values)
    ++of_width[static_cast<std::size_t>(std::bit_width(value))];
  unsigned top = widest;
  while (top > 0 && of_width[top] == 0)
    --top;
  unsigned best = top;
  std::size_t least = bytes_of(values.size() * top);
  std::size_t exceptions = 0;
  for (unsigned width = top; width-- > 0;) {
    exceptions += of_width[width + 1];
    std::size_t const size =
        bytes_of(values.size() * width) + 2 + exceptions + bytes_of(exceptions * (top - width));
    if (size < least) {
      least = size;
      best = width;
    }
  }
  return best;
}

} // namespace

void pack(std::string& out, std::span<std::uint32_t const> values) {
  unsigned const bits = best_width(values);
  std::array<std::uint32_t, pack_size> higher{};
  std::string places;
  unsigned higher_bits = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    auto const rest = static_cast<std::uint32_t>(std::uint64_t{values[i]} >> bits);
    if (rest == 0) continue;
    higher[places.size()] = rest;
    places += static_cast<char>(i);
    higher_bits = std::max(higher_bits, static_cast<unsigned>(std::bit_width(rest)));
  }
  out += static_cast<char>(bits | (places.empty() ? 0 : exceptions_flag));
  if (!places.empty()) {
    out += static_cast<char>(places.size());
    out += static_cast<char>(higher_bits);
    out += places;
    put_bits(out, std::span(higher).first(places.size()), higher_bits);
  }
  put_bits(out, values, bits);
}

void unpack(std::string_view& bytes, std::size_t count, std::uint32_t* out) {
  Head const head = take(bytes, count);
  unpackers[head.bits](head.lower, count, out);
  if (head.exceptions > 0) add_exceptions(head, 0, count, out);
}

void skip_pack(std::string_view& bytes, std::size_t count) {
  take(bytes, count);
}

void unpack_some(std::string_view bytes, std::size_t count, std::size_t first, std::size_t last,
                 std::uint32_t* out) {
  Head const head = take(bytes, count);
  for (std::size_t i = first; i < last; ++i)
    out[i - first] = number_at(head.lower, i, head.bits);
  if (head.exceptions > 0) add_exceptions(head, first, last, out);
}

} // namespace recap::index
