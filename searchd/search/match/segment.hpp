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

/// A stem, and the sum of its impacts in several articles.
struct WeighedStem {
  std::string stem;
  double impact = 0;
};

/// An article and its weight.
struct ArticleShare {
  std::uint32_t article = 0;
  double share = 0;
};

/// A value of a slot of an article.
struct SlotValue {
  std::uint32_t docid = 0;
  std::string value;
};

using TextWindow = index::SegmentArticles::Window;

/// Requests a part of a text: at least `before` and `after` bytes around the word at `position`.
struct WindowRequest {
  std::uint32_t article = 0;
  std::size_t section = 0;
  std::uint32_t position = 0;
  std::size_t before = 0;
  std::size_t after = 0;
};

/// A posting list, read front to back.
class Postings {
public:
  virtual ~Postings() = default;

  /// Number of postings.
  [[nodiscard]] virtual std::uint32_t size() const = 0;

  /// The next postings of articles below `end`, at most a block, valid until the next call; empty
  /// if there are no more.
  [[nodiscard]] virtual std::span<index::Posting const> next_block(std::uint32_t end) = 0;

  /// Moves forward to the first posting from article `target` on and returns it; next_block()
  /// continues with it. nullopt at the end.
  [[nodiscard]] virtual std::optional<index::Posting> seek(std::uint32_t target) = 0;
};

/// Articles that one thread searches together, in the order of their docids. Terms are those of
/// index/fields.hpp; here a stem term means only itself.
class Segment {
public:
  virtual ~Segment() = default;

  /// Upper bound of the articles' numbers.
  [[nodiscard]] virtual std::uint32_t end() const = 0;

  [[nodiscard]] virtual std::uint32_t docid(std::uint32_t article) const = 0;

  /// The number of a live article of this segment; nullopt for others.
  [[nodiscard]] virtual std::optional<std::uint32_t> article(std::uint32_t docid) const = 0;

  /// False for an article that was removed, or has a newer version in another segment.
  [[nodiscard]] virtual bool is_live(std::uint32_t article) const = 0;
  [[nodiscard]] virtual bool all_live() const = 0;

  /// Every live article, with impact 0.
  [[nodiscard]] virtual std::unique_ptr<Postings> all() = 0;

  /// Null if no article has the term.
  [[nodiscard]] virtual std::unique_ptr<Postings> postings(std::string_view term) = 0;

  /// Contribution to the document frequency; negative if it corrects that of other segments.
  [[nodiscard]] virtual std::int64_t document_frequency(std::string_view term) = 0;

  /// Positions of a word, a stem or a word of a field in an article, ascending; for a stem,
  /// including those of the word spelled like it.
  [[nodiscard]] virtual std::vector<std::uint32_t> positions(std::uint32_t article,
                                                             std::string_view term) = 0;

  /// Announces frequencies that will be requested, of stems and words alike: other hosts send them
  /// in one message.
  virtual void look_up(std::span<std::string const> /*terms*/) {}

  /// The heaviest stems of several articles together, at most `most`, heaviest first, without stop
  /// words and numbers.
  [[nodiscard]] virtual std::vector<WeighedStem>
  heaviest_stems(std::span<ArticleShare const> articles, std::size_t most) = 0;

  /// The stored article, with and without the texts of its sections. Throws index::Error(damaged).
  [[nodiscard]] virtual index::Record record(std::uint32_t article) = 0;
  [[nodiscard]] virtual index::Record fields(std::uint32_t article) = 0;

  /// Number of positions of a section's heading.
  [[nodiscard]] virtual std::uint32_t heading_words(std::uint32_t article, std::size_t section) = 0;

  /// The byte offset of every 16th position of a section's text, starting with the first.
  [[nodiscard]] virtual std::vector<std::uint32_t> places(std::uint32_t article,
                                                          std::size_t section) = 0;

  /// A part of a section's text around a position of the article.
  [[nodiscard]] virtual TextWindow window(WindowRequest const& request) = 0;

  /// Terms with this prefix, in byte order, at most `most`.
  [[nodiscard]] virtual std::vector<std::string> terms_beginning(std::string_view prefix,
                                                                 std::size_t most) = 0;

  /// Drops what it has read for one request.
  virtual void begin() {}
};

} // namespace recap::search
