// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/words.hpp"

#include "index/error.hpp"
#include "index/file_parts.hpp"
#include "index/segment/packing.hpp"
#include "index/segment/words_format.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace recap::index {
namespace {

/// Offsets of lists must ascend and stay within the bytes.
bool are_offsets(std::span<std::uint64_t const> offsets, std::uint64_t bytes) {
  return std::ranges::is_sorted(offsets) && (offsets.empty() || offsets.back() <= bytes);
}

struct Lengths {
  std::size_t shared = 0;
  std::size_t fresh = 0;
};

Lengths read_lengths(ByteReader& in) {
  auto const both = in.byte();
  Lengths lengths{.shared = static_cast<std::size_t>(both >> 4),
                  .fresh = static_cast<std::size_t>(both & 0xF)};
  if (lengths.shared == long_length) lengths.shared += in.number();
  if (lengths.fresh == long_length) lengths.fresh += in.number();
  return lengths;
}

/// Reads what follows the term; lists begin at `offset`.
TermEntry read_entry(ByteReader& in, std::uint32_t ordinal, std::uint64_t offset,
                     std::uint64_t list_bytes) {
  TermEntry entry{.ordinal = ordinal, .offset = offset};
  auto const first = in.varint();
  entry.postings = static_cast<std::uint32_t>(first >> entry_flag_bits);
  std::uint32_t const zeros = (first & has_zeros_flag) != 0 ? in.number() : 0;
  if ((first & has_dead_flag) != 0) entry.dead = in.number();
  if (zeros > entry.postings) segment_damaged();
  entry.document_frequency = entry.postings - zeros;
  if (entry.postings > 0) {
    entry.largest_impact = in.number();
    if (entry.postings == 1) {
      entry.only_article = in.number();
    } else {
      entry.posting_bytes = in.varint();
    }
    entry.position_bytes = in.varint();
  }
  std::uint64_t const room = list_bytes - std::min(offset, list_bytes);
  if (offset > list_bytes || entry.posting_bytes > room ||
      entry.position_bytes > room - entry.posting_bytes)
    segment_damaged();
  return entry;
}

std::uint64_t end_of(TermEntry const& entry) {
  return entry.offset + entry.posting_bytes + entry.position_bytes;
}

} // namespace

SegmentWords::SegmentWords(std::filesystem::path const& file)
    : file_(file) {
  auto const bytes = file_.bytes();
  WordsHeader header;
  bool fits = bytes.size() >= sizeof header;
  if (fits) {
    std::memcpy(&header, bytes.data(), sizeof header);
    FileParts parts(bytes.substr(sizeof header));
    std::size_t const blocks = (std::size_t{header.terms} + terms_per_block - 1) / terms_per_block;
    auto const lists = parts.take_bytes(header.list_bytes);
    forward_ = parts.take_bytes(header.forward_bytes);
    block_keys_ = parts.take<std::uint64_t>(blocks);
    block_offsets_ = parts.take<std::uint64_t>(blocks);
    forward_offsets_ = parts.take<std::uint64_t>(std::size_t{header.articles} + 1);
    docids_ = parts.take<std::uint32_t>(header.articles);
    ends_ = parts.take<std::uint32_t>(std::size_t{header.articles} * word_field_count);
    dictionary_ = parts.take_bytes(header.dictionary_bytes);
    terms_ = header.terms;
    fits = parts.fit() && header.mark == words_mark && lists.size() >= pack_padding &&
           forward_.size() >= pack_padding && lists.size() % 8 == 0 && forward_.size() % 8 == 0 &&
           are_offsets(block_offsets_, dictionary_.size()) &&
           are_offsets(forward_offsets_, forward_.size() - pack_padding) &&
           std::ranges::adjacent_find(docids_, std::greater_equal()) == docids_.end();
    if (fits) lists_ = lists.substr(0, lists.size() - pack_padding);
  }
  if (!fits) {
    throw Error(ErrorCode::damaged,
                file.string() + ": damaged or cut short; index again with --rebuild");
  }
}

std::optional<std::uint32_t> SegmentWords::local(std::uint32_t docid) const {
  // If no number is missing, an article's place is its number.
  if (docid > 0 && docid <= docids_.size() && docids_[docid - 1] == docid) return docid - 1;
  auto const found = std::ranges::lower_bound(docids_, docid);
  if (found == docids_.end() || *found != docid) return std::nullopt;
  return static_cast<std::uint32_t>(found - docids_.begin());
}

std::string_view SegmentWords::block(std::size_t number) const {
  return stretch_of(dictionary_, block_offsets_[number], dictionary_.size());
}

/// The first term of a block, which shares no prefix.
std::string_view SegmentWords::first_term(std::size_t number) const {
  ByteReader in(block(number));
  in.varint();
  return in.take(read_lengths(in).fresh);
}

std::size_t SegmentWords::block_of(std::string_view term) const {
  auto const key = block_key(term);
  std::size_t first = 0;
  std::size_t last = block_keys_.size();
  while (first < last) {
    std::size_t const middle = first + (last - first) / 2;
    auto const other = block_keys_[middle];
    bool const after = key != other ? key < other : term < first_term(middle);
    after ? last = middle : first = middle + 1;
  }
  return first == 0 ? 0 : first - 1;
}

// Compares the terms of a block in their encoded form: the length that a term shares with its
// predecessor decides how it compares to `term`.
std::optional<TermEntry> SegmentWords::find(std::string_view term) const {
  if (terms_ == 0) return std::nullopt;
  std::size_t const number = block_of(term);
  ByteReader in(block(number));
  auto offset = in.varint();
  auto ordinal = static_cast<std::uint32_t>(number * terms_per_block);
  std::uint32_t const end = std::min(terms_, ordinal + terms_per_block);
  std::size_t alike = 0;
  for (; ordinal < end; ++ordinal) {
    auto const [shared, fresh] = read_lengths(in);
    auto const letters = in.take(fresh);
    if (shared < alike) return std::nullopt;
    bool is_it = false;
    if (shared == alike) {
      auto const rest = term.substr(alike);
      auto const differing = std::ranges::mismatch(rest, letters);
      is_it = differing.in1 == rest.end() && differing.in2 == letters.end();
      bool const is_behind =
          differing.in2 != letters.end() &&
          (differing.in1 == rest.end() ||
           static_cast<unsigned char>(*differing.in1) < static_cast<unsigned char>(*differing.in2));
      if (is_behind) return std::nullopt;
      alike += static_cast<std::size_t>(differing.in1 - rest.begin());
    }
    auto const entry = read_entry(in, ordinal, offset, lists_.size());
    if (is_it) return entry;
    offset = end_of(entry);
  }
  return std::nullopt;
}

SegmentWords::TermIterator SegmentWords::at(std::uint32_t ordinal) const {
  TermIterator found(*this);
  if (ordinal >= terms_) {
    found.at_ = terms_;
    return found;
  }
  found.at_ = ordinal / terms_per_block * terms_per_block;
  for (found.read(); found.at_ < ordinal;)
    ++found;
  return found;
}

std::string SegmentWords::term(std::uint32_t ordinal) const {
  return at(ordinal).term();
}

TermEntry SegmentWords::entry(std::uint32_t ordinal) const {
  return at(ordinal).entry();
}

SegmentWords::TermIterator SegmentWords::terms_from(std::string_view begin) const {
  auto found = at(terms_ == 0 ? 0 : static_cast<std::uint32_t>(block_of(begin) * terms_per_block));
  while (found && found.term() < begin)
    ++found;
  return found;
}

SegmentWords::TermIterator& SegmentWords::TermIterator::operator++() {
  if (++at_ < words_->terms_) read();
  return *this;
}

void SegmentWords::TermIterator::read() {
  auto offset = end_of(entry_);
  if (at_ % terms_per_block == 0) {
    ByteReader in(words_->block(at_ / terms_per_block));
    offset = in.varint();
    rest_ = in.rest();
  }
  ByteReader in(rest_);
  auto const [shared, fresh] = read_lengths(in);
  if (shared > term_.size()) segment_damaged();
  term_.resize(shared);
  term_ += in.take(fresh);
  entry_ = read_entry(in, at_, offset, words_->lists_.size());
  rest_ = in.rest();
}

FieldEnds SegmentWords::ends(std::uint32_t local) const {
  FieldEnds ends{};
  std::ranges::copy(ends_.subspan(local * ends.size(), ends.size()), ends.begin());
  return ends;
}

void SegmentWords::forward(std::uint32_t local, std::vector<ForwardEntry>& out,
                           std::size_t most) const {
  ByteReader in(stretch_of(forward_, forward_offsets_[local], forward_offsets_[local + 1]));
  auto left = in.varint();
  if (left > longest_forward_list) segment_damaged();
  auto rest = in.rest();
  std::array<std::uint32_t, pack_size> falls{};
  std::array<std::uint32_t, pack_size> ordinals{};
  std::uint32_t impact = highest_impact;
  while (left > 0 && most > 0) {
    std::size_t const count = std::min(left, std::uint64_t{pack_size});
    unpack(rest, count, falls.data());
    unpack(rest, count, ordinals.data());
    for (std::size_t i = 0; i < std::min(count, most); ++i) {
      if (falls[i] >= impact || ordinals[i] >= terms_) segment_damaged();
      impact -= falls[i];
      out.push_back({.ordinal = ordinals[i], .impact = impact});
    }
    left -= count;
    most -= std::min(count, most);
  }
}

} // namespace recap::index
