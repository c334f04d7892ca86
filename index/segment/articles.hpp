// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/mapped_file.hpp"
#include "index/record.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace recap::index {

/// A mapped articles-N: the records of a segment, with texts compressed in small chunks. Local
/// numbers are those of its SegmentWords. docs/index-format.md describes the bytes. Immutable; any
/// thread.
class SegmentArticles {
public:
  /// Throws Error(damaged) for a truncated file or one whose tables do not fit; so do reads of
  /// damaged bytes.
  explicit SegmentArticles(std::filesystem::path const& file);
  ~SegmentArticles();
  SegmentArticles(SegmentArticles&&) noexcept;
  SegmentArticles& operator=(SegmentArticles&&) noexcept;

  [[nodiscard]] std::uint32_t articles() const;

  /// The whole record, with the sections' texts.
  [[nodiscard]] Record record(std::uint32_t local) const;
  /// Display fields and sections without their texts. About a microsecond.
  [[nodiscard]] Record fields(std::uint32_t local) const;
  /// Number of positions of a section's heading, which precede those of its text.
  [[nodiscard]] std::uint32_t heading_words(std::uint32_t local, std::size_t section) const;

  /// The byte offset of every 16th position of a section's text, from its first on.
  [[nodiscard]] std::vector<std::uint32_t> places(std::uint32_t local, std::size_t section) const;

  /// A part of a section's text.
  struct Window {
    std::string text;
    std::size_t begin = 0;            ///< byte in the section's text
    std::size_t section_bytes = 0;    ///< of the whole text
    std::uint32_t first_position = 0; ///< of the first word in `text`
  };

  /// The text around `position` (as in the index; one within the heading counts as the first of the
  /// text, one after the section as its last). It begins with the section, or at one of every 16
  /// stored positions, so that counting words from first_position gives the positions of the index;
  /// that is at least `before` bytes before the stored position before `position`. It ends, after a
  /// whole character, at least `after` bytes after `position`, or with the section. Inflates only
  /// the chunks of 512 bytes that it touches. Empty for a missing section.
  [[nodiscard]] Window window(std::uint32_t local, std::size_t section, std::uint32_t position,
                              std::size_t before, std::size_t after) const;

private:
  friend class ArticlesMerger;
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace recap::index
