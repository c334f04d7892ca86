// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "index/segment/articles.hpp"
#include "index/segment/posting.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

/// A stem and its impacts in several articles, added up.
struct WeighedStem {
  std::string stem;
  double impact = 0;
};

/// An article and how much it counts.
struct ArticleShare {
  std::uint32_t article = 0;
  double share = 0;
};

using TextWindow = index::SegmentArticles::Window;

/// Which part of a text: bytes `before` and `after` the word at `position` at least.
struct WindowRequest {
  std::uint32_t article = 0;
  std::size_t section = 0;
  std::uint32_t position = 0;
  std::size_t before = 0;
  std::size_t after = 0;
};

/// One posting list, from front to back.
class Postings {
public:
  virtual ~Postings() = default;

  /// How many there are.
  [[nodiscard]] virtual std::uint32_t size() const = 0;

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

  /// The stems that weigh most in some articles together, `most` at most, heaviest first; stop
  /// words and numbers are left out.
  [[nodiscard]] virtual std::vector<WeighedStem>
  heaviest_stems(std::span<ArticleShare const> articles, std::size_t most) = 0;

  /// The stored article, with and without the texts of its sections. Throws index::Error(damaged).
  [[nodiscard]] virtual index::Record record(std::uint32_t article) = 0;
  [[nodiscard]] virtual index::Record fields(std::uint32_t article) = 0;

  /// Positions that the heading of a section takes.
  [[nodiscard]] virtual std::uint32_t heading_words(std::uint32_t article, std::size_t section) = 0;

  /// The byte of each 16th position of a section's text, from its first on.
  [[nodiscard]] virtual std::vector<std::uint32_t> places(std::uint32_t article,
                                                          std::size_t section) = 0;

  /// A part of a section's text around a position of the article.
  [[nodiscard]] virtual TextWindow window(WindowRequest const& request) = 0;

  /// Terms that begin so, in byte order, `most` at most.
  [[nodiscard]] virtual std::vector<std::string> terms_beginning(std::string_view prefix,
                                                                 std::size_t most) = 0;

  /// Forgets what it has read for one request.
  virtual void begin() {}
};

} // namespace recap::search
