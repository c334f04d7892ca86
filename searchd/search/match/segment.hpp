// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/segment/posting.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

/// One posting list, from front to back.
class Postings {
public:
  virtual ~Postings() = default;

  /// The next postings of articles below `end`, a block of them at most, valid until the next call;
  /// empty when there are no more.
  [[nodiscard]] virtual std::span<index::Posting const> next_block(std::uint32_t end) = 0;

  /// Moves to the first posting from article `target` on, never back, and gives it; next_block()
  /// goes on with it. Nothing behind the last.
  [[nodiscard]] virtual std::optional<index::Posting> seek(std::uint32_t target) = 0;
};

/// Articles that are searched together, in the order of their docids, as one thread reads them.
/// Terms are those of index/fields.hpp; here a stem term is that term alone.
class Segment {
public:
  virtual ~Segment() = default;

  /// Numbers of articles are below this.
  [[nodiscard]] virtual std::uint32_t end() const = 0;

  [[nodiscard]] virtual std::uint32_t docid(std::uint32_t article) const = 0;

  /// The number of an article that is in force here; nothing for others.
  [[nodiscard]] virtual std::optional<std::uint32_t> article(std::uint32_t docid) const = 0;

  /// False for an article that another segment has in its newer form, or that was removed.
  [[nodiscard]] virtual bool is_live(std::uint32_t article) const = 0;
  [[nodiscard]] virtual bool all_live() const = 0;

  /// Every article that is live, with impact 0.
  [[nodiscard]] virtual std::unique_ptr<Postings> all() = 0;

  /// Null when no article has the term.
  [[nodiscard]] virtual std::unique_ptr<Postings> postings(std::string_view term) = 0;

  /// Articles with the term, negative where fewer are in force than other parts say.
  [[nodiscard]] virtual std::int64_t document_frequency(std::string_view term) = 0;

  /// Where a word, a stem or a word of a field stands in an article, ascending; of a stem also the
  /// places of the word of its letters.
  [[nodiscard]] virtual std::vector<std::uint32_t> positions(std::uint32_t article,
                                                             std::string_view term) = 0;

  /// Says which frequencies will be asked for, stems and words alike: other hosts tell them in one
  /// message.
  virtual void look_up(std::span<std::string const> /*terms*/) {}

  /// The words of the running text of an article, ascending.
  [[nodiscard]] virtual std::vector<std::string> words(std::uint32_t article) = 0;

  /// Terms that begin so, in byte order, `most` at most.
  [[nodiscard]] virtual std::vector<std::string> terms_beginning(std::string_view prefix,
                                                                 std::size_t most) = 0;

  /// Forgets what it has read for one request.
  virtual void begin() {}
};

} // namespace recap::search
