// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/positions.hpp"
#include "index/record.hpp"
#include "text/analyser.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace recap::index {

/// A term of one article.
struct ArticleTerm {
  std::string_view term;
  /// 0: the article counts under another term (a stem under its word); this one has only positions.
  std::uint32_t impact = 0;
  std::span<std::uint32_t const> positions; ///< ascending; empty for terms without positions
  /// This term counts the article for a stem of running text: `Z` and the stem, or the word spelled
  /// like it. Such terms, except stop words, form the forward list.
  bool is_stem = false;
};

/// Places of the words in a section's text, for SegmentArticles::window().
struct SectionPlaces {
  std::uint32_t heading_words = 0; ///< number of positions of the heading, before those of the text
  /// Byte in the section's text at which every 16th position begins: the first, the 17th, ...
  /// Ascending. A position within a compound may begin at the byte of its part.
  std::vector<std::uint32_t> offsets;
};

inline constexpr std::uint32_t positions_per_place = 16;

/// The offsets of SectionPlaces for the tokens of a text whose first position is `first_position`.
[[nodiscard]] std::vector<std::uint32_t> place_offsets(std::span<text::Token const> tokens,
                                                       std::uint32_t first_position);

/// An article to add to a segment.
struct SegmentArticle {
  std::uint32_t docid = 0; ///< from 1 on
  Record const* record = nullptr;
  FieldEnds ends{};
  std::span<ArticleTerm const> terms;      ///< in any order, unique
  std::span<SectionPlaces const> sections; ///< one for each section of the record
};

/// Inverts articles in memory, at most about 32 MB of text at a time (which take three times as
/// much), and writes them as a segment. Not thread-safe.
class SegmentWriter {
public:
  SegmentWriter();
  ~SegmentWriter();
  SegmentWriter(SegmentWriter&&) noexcept;
  SegmentWriter& operator=(SegmentWriter&&) noexcept;

  /// Docids must ascend from call to call. Copies what it needs.
  void add(SegmentArticle const& article);

  /// Notes an article of the first segment that is no longer live: increments TermEntry::dead of
  /// each term with an impact.
  void count_dead(std::span<ArticleTerm const> terms);

  /// Bytes of text added so far, which decide when to call finish().
  [[nodiscard]] std::size_t text_bytes() const;

  /// Writes both files and leaves the writer empty, for the next segment. (A dictionary trained
  /// from more than 4 MB of text is kept, because training takes long.) Throws Error(unwritable);
  /// the writer is unusable then. A segment may have no articles. Does not fsync.
  void finish(std::filesystem::path const& words, std::filesystem::path const& articles);

private:
  class State;
  std::unique_ptr<State> state_;
};

} // namespace recap::index
