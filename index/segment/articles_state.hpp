// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/mapped_file.hpp"
#include "index/segment/articles.hpp"
#include "index/segment/articles_format.hpp"
#include "index/segment/bytes.hpp"
#include "index/segment/compression.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace recap::index {

/// The open file of SegmentArticles, for itself and for merging.
struct SegmentArticles::State {
  explicit State(std::filesystem::path const& file);

  [[nodiscard]] StoredArticle stored(std::uint32_t local) const {
    return StoredArticle(stretch_of(articles, offsets[local], offsets[local + 1]));
  }

  MappedFile file;
  std::string_view articles;
  std::span<std::uint64_t const> offsets; ///< one more than articles
  std::vector<std::string_view> dictionaries;
  std::optional<Inflater> inflater;
};

} // namespace recap::index
