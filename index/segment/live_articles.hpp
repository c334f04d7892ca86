// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/mapped_file.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

namespace recap::index {

/// Name of the file inside an unsharded generation.
inline constexpr char const* live_name = "live";

/// Most segments of a generation: a segment's number is stored in a byte, and 0 means none.
inline constexpr std::size_t most_segments = 255;

/// The segment of each article in a generation: for each docid from 0 on, a byte with the segment's
/// place in the manifest counted from 1, or 0 without an article. Mapped; any thread.
class LiveArticles {
public:
  /// Throws Error(damaged) if the file names a segment beyond the first `segments`.
  LiveArticles(std::filesystem::path const& file, std::size_t segments);

  /// Place in the manifest, from 0, of the segment that has the article; nullopt if none has.
  [[nodiscard]] std::optional<std::size_t> segment(std::uint32_t docid) const {
    if (docid >= bytes().size() || bytes()[docid] == 0) return std::nullopt;
    return bytes()[docid] - std::size_t{1};
  }

  /// Number of live articles in all segments.
  [[nodiscard]] std::size_t articles() const { return articles_; }

  /// The bytes of the file: for each docid the number of its segment from 1, or 0.
  [[nodiscard]] std::span<std::uint8_t const> bytes() const;

private:
  MappedFile mapped_;
  std::size_t articles_ = 0;
};

/// Writes the numbers for LiveArticles. Throws Error(unwritable).
void write_live_articles(std::span<std::uint8_t const> segments, std::filesystem::path const& file);

} // namespace recap::index
