// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/positions.hpp"

#include "index/error.hpp"
#include "index/positions_format.hpp"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <limits>
#include <optional>

namespace recap::index {
namespace {

[[noreturn]] void damaged_positions() {
  throw Error(ErrorCode::damaged,
              "the positions of an article are damaged; index again with --rebuild");
}

std::uint32_t take_number(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 35; shift += 7) {
    if (bytes.empty()) damaged_positions();
    auto const byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte >= 0x80) continue;
    if (value > std::numeric_limits<std::uint32_t>::max()) damaged_positions();
    return static_cast<std::uint32_t>(value);
  }
  damaged_positions();
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < width; ++i)
    value |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return value;
}

class BitReader {
public:
  BitReader(std::string_view bytes, std::size_t first_byte)
      : bytes_(bytes)
      , at_(std::uint64_t{first_byte} * 8) {}

  [[nodiscard]] std::uint64_t at() const { return at_; }

  /// At most 32 bits.
  std::uint64_t bits(unsigned count) {
    std::uint64_t const value = window() & mask(count);
    pass(count);
    return value;
  }

  /// Zeros before the next one bit.
  std::uint32_t zeros() {
    for (std::uint32_t count = 0;;) {
      int const run = std::min(std::countr_zero(window()), sure_bits);
      count += static_cast<std::uint32_t>(run);
      bool const found = run < sure_bits;
      pass(static_cast<std::uint64_t>(run) + (found ? 1 : 0));
      if (found) return count;
    }
  }

  /// A Rice code with `low` bits after the one bit, at most 32.
  std::uint64_t rice(unsigned low) {
    std::uint64_t const seen = window();
    int const high = std::countr_zero(seen);
    if (high + 1 + static_cast<int>(low) <= sure_bits) [[likely]] {
      pass(static_cast<std::uint64_t>(high) + 1 + low);
      return static_cast<std::uint64_t>(high) << low | (seen >> (high + 1) & mask(low));
    }
    std::uint64_t const many = zeros();
    return many << low | bits(low);
  }

private:
  /// Bits that a window has wherever it begins.
  static constexpr int sure_bits = 56;

  static std::uint64_t mask(unsigned count) { return (std::uint64_t{1} << count) - 1; }

  void pass(std::uint64_t count) {
    at_ += count;
    if (at_ > bytes_.size() * 8) damaged_positions();
  }

  [[nodiscard]] std::uint64_t window() const {
    auto const byte = static_cast<std::size_t>(at_ / 8);
    std::uint64_t word = 0;
    if (byte + sizeof word <= bytes_.size()) [[likely]] {
      std::memcpy(&word, bytes_.data() + byte, sizeof word);
    } else {
      std::memcpy(&word, bytes_.data() + byte, bytes_.size() - byte);
    }
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    return word >> (at_ % 8);
  }

  std::string_view bytes_;
  std::uint64_t at_;
};

std::uint32_t read_count(BitReader& in) {
  auto const length = in.zeros();
  if (length > 31) damaged_positions();
  return static_cast<std::uint32_t>(1U << length | in.bits(length));
}

void skip_positions(BitReader& in, PositionsLayout const& layout) {
  auto const count = read_count(in);
  if (count == 1) {
    static_cast<void>(in.bits(layout.position_bits));
    return;
  }
  unsigned const low = layout.rice_bits(count);
  for (std::uint32_t i = 0; i < count; ++i)
    static_cast<void>(in.rice(low));
}

std::vector<std::uint32_t> read_positions(BitReader& in, PositionsLayout const& layout) {
  auto const count = read_count(in);
  if (count == 1) return {static_cast<std::uint32_t>(in.bits(layout.position_bits))};
  unsigned const low = layout.rice_bits(count);
  std::vector<std::uint32_t> positions;
  positions.reserve(std::min(count, layout.last_position));
  std::uint32_t position = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    position += 1 + static_cast<std::uint32_t>(in.rice(low));
    positions.push_back(position);
  }
  return positions;
}

constexpr std::uint64_t least_entry_bits = 8;

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

} // namespace

Positions::Positions(std::string_view bytes) {
  if (bytes.empty()) return;
  for (auto& end : ends_)
    end = take_number(bytes);
  last_ = take_number(bytes);
  terms_ = take_number(bytes);
  seed_ = take_number(bytes);
  std::size_t const entry_bytes = take_number(bytes);
  std::size_t const directory_bytes =
      PositionsLayout(terms_, last_).buckets() * directory_width(entry_bytes);
  if (bytes.size() < entry_bytes || bytes.size() - entry_bytes != directory_bytes)
    damaged_positions();
  directory_ = bytes.substr(0, directory_bytes);
  entries_ = bytes.substr(directory_bytes);
}

std::vector<std::uint32_t> Positions::stored(std::string_view term) const {
  if (terms_ == 0) return {};
  PositionsLayout const layout(terms_, last_);
  auto const hash = XXH3_64bits_withSeed(term.data(), term.size(), seed_);
  auto const bucket = layout.bucket(hash);
  auto const fingerprint = layout.fingerprint(hash);
  auto const width = directory_width(entries_.size());
  auto const begin = number_at(directory_, bucket * width, width);
  auto const end = bucket + 1 < layout.buckets()
                       ? number_at(directory_, (bucket + 1) * width, width)
                       : entries_.size();
  if (begin > end || end > entries_.size()) damaged_positions();
  BitReader in(entries_, begin);
  std::uint64_t at = 0;
  // The rest of the last byte is shorter than an entry.
  while (in.at() + least_entry_bits <= end * 8) {
    at += in.rice(layout.fingerprint_low_bits);
    if (at == fingerprint) return read_positions(in, layout);
    if (at > fingerprint) break;
    skip_positions(in, layout);
  }
  return {};
}

std::vector<std::uint32_t> Positions::of_running_text(std::string_view term) const {
  if (!term.starts_with('Z')) return stored(term);
  auto const inflected = stored(term);
  auto const as_word = stored(term.substr(1));
  if (inflected.empty()) return as_word;
  std::vector<std::uint32_t> both;
  std::ranges::set_union(inflected, as_word, std::back_inserter(both));
  return both;
}

std::vector<std::uint32_t> Positions::of(std::string_view term) const {
  auto const field = field_part(term, ends_);
  if (!field) return of_running_text(term);
  auto found = of_running_text(field->term);
  std::erase_if(found, [&](auto at) { return at < field->begin || at >= field->end; });
  return found;
}

std::optional<FieldPart> field_part(std::string_view term, FieldEnds const& ends) {
  bool const is_stem = term.starts_with('Z');
  std::string_view const rest = term.substr(is_stem ? 1 : 0);
  if (rest.empty()) return FieldPart{};
  if (!is_capital(rest.front())) return std::nullopt;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::size_t number = 0;
  for (Field const& row : fields) {
    if (!row.queried || row.word_prefix.empty()) continue;
    if (rest.starts_with(row.word_prefix)) {
      end = ends[number];
      break;
    }
    begin = ends[number++];
  }
  auto const word = rest.substr(1);
  if (end == 0 || word.empty() || is_capital(word.front())) return FieldPart{};
  return FieldPart{is_stem ? 'Z' + std::string(word) : std::string(word), begin, end};
}

} // namespace recap::index
