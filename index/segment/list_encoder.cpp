// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/segment/list_encoder.hpp"

#include "index/error.hpp"

#include <algorithm>
#include <limits>

namespace recap::index {
namespace {

std::uint32_t checked(std::size_t size) {
  if (size > std::numeric_limits<std::uint32_t>::max())
    throw Error(ErrorCode::unwritable, "a term has more than 4 GiB of positions; use --shards");
  return static_cast<std::uint32_t>(size);
}

void put_u32(std::string& out, std::uint32_t value) {
  for (unsigned i = 0; i < 4; ++i, value >>= 8)
    out += static_cast<char>(value);
}

} // namespace

void ListEncoder::add(Posting posting, std::span<std::uint32_t const> positions) {
  if (gaps_.size() == pack_size) encode_block();
  gaps_.push_back(posting.article - last_article_ - 1);
  impacts_.push_back(posting.impact);
  counts_.push_back(static_cast<std::uint32_t>(positions.size()));
  std::uint32_t expected = 0;
  for (auto const position : positions) {
    values_.push_back(position - expected);
    expected = position + 1;
  }
  has_positions_ |= !positions.empty();
  last_article_ = posting.article;
  ++postings_;
  if (posting.impact == 0) ++zeros_;
  largest_impact_ = std::max(largest_impact_, posting.impact);
}

void ListEncoder::finish() {
  if (postings_ == 1) return encode_single();
  if (!gaps_.empty()) encode_block();
  if (!has_positions_) {
    position_bytes_.clear();
    for (auto& end : ends_)
      end.position_end = 0;
  }
  if (ends_.size() < 2) return;
  for (auto const& end : ends_) {
    put_u32(table_, end.last_article);
    put_u32(table_, end.posting_end);
    put_u32(table_, end.position_end);
  }
}

void ListEncoder::clear() {
  postings_ = zeros_ = largest_impact_ = 0;
  last_article_ = 0xffffffff;
  has_positions_ = false;
  ends_.clear();
  table_.clear();
  posting_bytes_.clear();
  position_bytes_.clear();
  for (auto* const values : {&gaps_, &impacts_, &counts_, &values_})
    values->clear();
}

// The dictionary stores the rest of a single posting, and the end of its positions.
void ListEncoder::encode_single() {
  for (auto const value : values_)
    put_varint(position_bytes_, value);
}

void ListEncoder::encode_block() {
  pack(posting_bytes_, gaps_);
  pack(posting_bytes_, impacts_);
  encode_positions();
  ends_.push_back({.last_article = last_article_,
                   .posting_end = checked(posting_bytes_.size()),
                   .position_end = checked(position_bytes_.size())});
  for (auto* const values : {&gaps_, &impacts_, &counts_, &values_})
    values->clear();
}

void ListEncoder::encode_positions() {
  pack(position_bytes_, counts_);
  std::string chunks;
  std::size_t number = 0;
  for (std::span<std::uint32_t const> rest(values_); !rest.empty(); ++number) {
    if (number > 0 && number % chunks_per_entry == 0)
      put_u32(position_bytes_, checked(chunks.size()));
    auto const chunk = rest.first(std::min(rest.size(), pack_size));
    pack(chunks, chunk);
    rest = rest.subspan(chunk.size());
  }
  position_bytes_ += chunks;
}

} // namespace recap::index
