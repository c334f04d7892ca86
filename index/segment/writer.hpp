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
  /// 0: the article is counted under another term (a stem under its word); positions only.
  std::uint32_t impact = 0;
  std::span<std::uint32_t const> positions; ///< ascending; empty for terms without
  /// The article is counted for a stem of running text under this term: `Z` and the stem, or the
  /// word that stands for it. Such terms make the forward list; stop words are left out there.
  bool is_stem = false;
};

/// Where the words of a section's text stand, for SegmentArticles::window().
struct SectionPlaces {
  std::uint32_t heading_words = 0; ///< positions that the heading takes, before those of the text
  /// Byte in the section's text at which each 16th position begins: of the first, the 17th, ...
  /// Ascending. A position within a compound may begin at its part's byte.
  std::vector<std::uint32_t> offsets;
};

inline constexpr std::uint32_t positions_per_place = 16;

/// The offsets of SectionPlaces from the tokens of a text, its first position being
/// `first_position`.
[[nodiscard]] std::vector<std::uint32_t> place_offsets(std::span<text::Token const> tokens,
                                                       std::uint32_t first_position);

/// What a segment takes of an article.
struct SegmentArticle {
  std::uint32_t docid = 0; ///< from 1 on
  Record const* record = nullptr;
  FieldEnds ends{};
  std::span<ArticleTerm const> terms;      ///< in any order, each once
  std::span<SectionPlaces const> sections; ///< one for each of the record's
};

/// Inverts articles in memory, some 32 MB of text at most at a time (which take three times as
/// much), and writes them as a segment. Not thread-safe.
class SegmentWriter {
public:
  SegmentWriter();
  ~SegmentWriter();
  SegmentWriter(SegmentWriter&&) noexcept;
  SegmentWriter& operator=(SegmentWriter&&) noexcept;

  /// Docids ascend from one call to the next. Copies all it needs.
  void add(SegmentArticle const& article);

  /// Notes an article of the first segment that is not in force any more: TermEntry::dead of each
  /// term with an impact rises by one.
  void count_dead(std::span<ArticleTerm const> terms);

  /// Bytes of text taken so far, the writer's measure for when to finish.
  [[nodiscard]] std::size_t text_bytes() const;

  /// Writes both files and leaves the writer empty, for the next segment (of more than 4 MB of
  /// text the dictionary is kept, which takes long to train). Throws Error(unwritable); the writer
  /// is of no use then. A segment may have no article. Does not fsync.
  void finish(std::filesystem::path const& words, std::filesystem::path const& articles);

private:
  class State;
  std::unique_ptr<State> state_;
};

} // namespace recap::index
