// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/segment.hpp"

#include <xapian.h>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace recap::search {

/// A posting list of a Xapian database. An impact is the frequency within the document; without a
/// term, the list is of all articles, with impact 0.
class XapianPostings : public Postings {
public:
  XapianPostings(Xapian::Database const& database, std::string const& term)
      : at_(database.postlist_begin(term))
      , end_(database.postlist_end(term))
      , size_(term.empty() ? database.get_doccount() : database.get_termfreq(term))
      , is_of_all_(term.empty()) {}

  [[nodiscard]] bool empty() const { return at_ == end_; }

  [[nodiscard]] std::uint32_t size() const override { return size_; }

  [[nodiscard]] std::span<index::Posting const> next_block(std::uint32_t end) override {
    std::size_t count = 0;
    for (; count < block_.size() && at_ != end_ && *at_ < end; ++at_)
      block_[count++] = here();
    return std::span(block_).first(count);
  }

  [[nodiscard]] std::optional<index::Posting> seek(std::uint32_t target) override {
    if (at_ != end_ && *at_ < target) at_.skip_to(target);
    return at_ == end_ ? std::nullopt : std::optional(here());
  }

private:
  [[nodiscard]] index::Posting here() const { return {*at_, is_of_all_ ? 0 : at_.get_wdf()}; }

  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
  std::uint32_t size_;
  bool is_of_all_;
  std::array<index::Posting, 128> block_;
};

} // namespace recap::search
