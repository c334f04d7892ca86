// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/posting_cursor.hpp"

#include "index/segment/packing.hpp"
#include "index/segment/words_format.hpp"

#include <algorithm>

namespace recap::index {
namespace {

static_assert(postings_per_block == pack_size);

constexpr std::uint32_t block_size = postings_per_block;
constexpr std::size_t end_bytes = sizeof(BlockEnd);

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 4; i-- > 0;)
    number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

/// Range `number` of `bytes`; its ends are `member` of the table's rows.
std::string_view stretch(std::string_view table, std::string_view bytes, std::uint32_t number,
                         std::size_t member) {
  if (table.empty()) return bytes;
  std::size_t const begin = number == 0 ? 0 : number_at(table, (number - 1) * end_bytes + member);
  std::size_t const end = number_at(table, number * end_bytes + member);
  return stretch_of(bytes, begin, end);
}

} // namespace

// Leaves the buffers uninitialised: a query may open a hundred lists and read a few postings of
// each.
PostingCursor::PostingCursor(SegmentWords const& words, TermEntry const& term)
    : count_(term.postings)
    , articles_(words.articles())
    , largest_impact_(term.largest_impact)
    , only_article_(term.only_article)
    , blocks_(count_ / block_size + (count_ % block_size != 0 ? 1 : 0)) {
  auto const lists = words.lists_.substr(std::min<std::size_t>(term.offset, words.lists_.size()));
  if (term.posting_bytes > lists.size() || term.position_bytes > lists.size() - term.posting_bytes)
    segment_damaged();
  postings_ = lists.substr(0, term.posting_bytes);
  position_bytes_ = lists.substr(term.posting_bytes, term.position_bytes);
  if (blocks_ < 2) return;
  if (postings_.size() / end_bytes < blocks_) segment_damaged();
  table_ = postings_.substr(0, blocks_ * end_bytes);
  postings_.remove_prefix(table_.size());
}

std::uint32_t PostingCursor::last_article(std::uint32_t block) const {
  return number_at(table_, block * end_bytes + offsetof(BlockEnd, last_article));
}

void PostingCursor::decode(std::uint32_t block) {
  next_block_ = block + 1;
  at_ = given_ = 0;
  filled_ = std::min(block_size, count_ - block * block_size);
  if (count_ == 1) {
    buffer_[0] = {.article = only_article_, .impact = largest_impact_};
    if (only_article_ >= articles_ || largest_impact_ > highest_impact) segment_damaged();
    return;
  }
  auto bytes = stretch(table_, postings_, block, offsetof(BlockEnd, posting_end));
  struct {
    std::array<std::uint32_t, pack_size> gaps;
    std::array<std::uint32_t, pack_size> impacts;
  } packed; // uninitialised: unpack() fills it
  unpack(bytes, filled_, packed.gaps.data());
  unpack(bytes, filled_, packed.impacts.data());
  std::uint64_t next = block == 0 ? 0 : std::uint64_t{last_article(block - 1)} + 1;
  std::uint32_t all_bits = 0;
  for (std::uint32_t i = 0; i < filled_; ++i) {
    buffer_[i] = {.article = static_cast<std::uint32_t>(next + packed.gaps[i]),
                  .impact = packed.impacts[i]};
    next += std::uint64_t{packed.gaps[i]} + 1;
    all_bits |= packed.impacts[i];
  }
  // Callers use both as indices.
  if (next > articles_ || all_bits > highest_impact) segment_damaged();
}

std::uint32_t PostingCursor::place_of(std::uint32_t article) const {
  auto const rest = std::span(buffer_).subspan(at_, filled_ - at_);
  return at_ + static_cast<std::uint32_t>(
                   std::ranges::lower_bound(rest, article, {}, &Posting::article) - rest.begin());
}

std::span<Posting const> PostingCursor::next_block(std::uint32_t end) {
  if (at_ == filled_) {
    if (next_block_ == blocks_) return {};
    if (next_block_ > 0 && last_article(next_block_ - 1) + 1 >= end) return {};
    decode(next_block_);
  }
  given_ = at_;
  at_ = buffer_[filled_ - 1].article < end ? filled_ : place_of(end);
  return std::span(buffer_).subspan(given_, at_ - given_);
}

// Gallops, because most targets are near.
std::uint32_t PostingCursor::block_with(std::uint32_t target) const {
  std::uint32_t first = next_block_;
  if (table_.empty() || first == blocks_) return first;
  std::uint32_t step = 1;
  while (first + step < blocks_ && last_article(first + step - 1) < target) {
    first += step;
    step *= 2;
  }
  std::uint32_t last = std::min(first + step, blocks_);
  while (first < last) {
    std::uint32_t const middle = first + (last - first) / 2;
    if (last_article(middle) < target) {
      first = middle + 1;
    } else {
      last = middle;
    }
  }
  return first;
}

std::optional<Posting> PostingCursor::seek(std::uint32_t target) {
  if (at_ < filled_) at_ = buffer_[filled_ - 1].article < target ? filled_ : place_of(target);
  while (at_ == filled_) {
    auto const block = block_with(target);
    if (block == blocks_) {
      next_block_ = blocks_;
      return std::nullopt;
    }
    decode(block);
    at_ = place_of(target);
  }
  return buffer_[at_];
}

void PostingCursor::positions(std::vector<std::uint32_t>& out) {
  if (at_ < filled_) read_positions(at_, out);
}

void PostingCursor::positions(std::size_t place, std::vector<std::uint32_t>& out) {
  if (place < at_ - given_) read_positions(given_ + static_cast<std::uint32_t>(place), out);
}

void PostingCursor::open_positions() {
  Positions& open = open_;
  open.block = next_block_ - 1;
  open.bytes = stretch(table_, position_bytes_, open.block, offsetof(BlockEnd, position_end));
  auto rest = open.bytes;
  unpack(rest, filled_, open.counts.data());
  std::uint64_t values = 0;
  for (std::uint32_t i = 0; i < filled_; ++i)
    values += open.counts[i];
  std::uint64_t const chunks = (values + pack_size - 1) / pack_size;
  // A chunk has at least one byte.
  if (chunks > rest.size()) segment_damaged();
  open.values = static_cast<std::size_t>(values);
  std::size_t const table_bytes = chunks == 0 ? 0 : (chunks - 1) / chunks_per_entry * 4;
  if (table_bytes > rest.size()) segment_damaged();
  open.chunk_table = rest.substr(0, table_bytes);
  open.bytes = rest.substr(table_bytes);
  open.place = 0;
  open.value = 0;
  open.chunk = open.chunk_at = 0;
}

/// Goes to the chunk that has the value.
void PostingCursor::go_to_chunk(std::size_t chunk) {
  Positions& open = open_;
  if (chunk < open.chunk) open.chunk = open.chunk_at = 0;
  if (chunk / chunks_per_entry > open.chunk / chunks_per_entry) {
    std::size_t const entry = chunk / chunks_per_entry;
    open.chunk = entry * chunks_per_entry;
    open.chunk_at = number_at(open.chunk_table, (entry - 1) * 4);
    if (open.chunk_at > open.bytes.size()) segment_damaged();
  }
  for (; open.chunk < chunk; ++open.chunk) {
    auto rest = open.bytes.substr(open.chunk_at);
    skip_pack(rest, pack_size);
    open.chunk_at = open.bytes.size() - rest.size();
  }
}

void PostingCursor::read_positions(std::uint32_t place, std::vector<std::uint32_t>& out) {
  std::uint32_t expected = 0;
  auto const append = [&](std::uint32_t value) {
    out.push_back(expected + value);
    expected = out.back() + 1;
  };
  if (position_bytes_.empty()) return;
  if (count_ == 1) {
    ByteReader in(position_bytes_);
    while (in.left() > 0)
      append(in.number());
    return;
  }
  Positions& open = open_;
  if (open.block != next_block_ - 1) open_positions();
  if (place < open.place) {
    open.place = 0;
    open.value = 0;
  }
  for (; open.place < place; ++open.place)
    open.value += open.counts[open.place];
  std::size_t const end = open.value + open.counts[place];
  std::array<std::uint32_t, pack_size> values; // unpack_some() fills them
  for (std::size_t value = open.value; value < end;) {
    go_to_chunk(value / pack_size);
    std::size_t const chunk_begin = open.chunk * pack_size;
    std::size_t const chunk_size = std::min(pack_size, open.values - chunk_begin);
    std::size_t const chunk_end = std::min(end - chunk_begin, chunk_size);
    unpack_some(open.bytes.substr(open.chunk_at), chunk_size, value - chunk_begin, chunk_end,
                values.data());
    for (std::size_t i = value - chunk_begin; i < chunk_end; ++i)
      append(values[i - (value - chunk_begin)]);
    value = chunk_begin + chunk_end;
  }
}

} // namespace recap::index
