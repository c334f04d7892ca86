// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "index/segment/compression.hpp"
#include "index/segment/writer.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::index {

/// Header of an articles-N. The parts follow in this order: stored articles (padded to a multiple
/// of eight), u64 offsets of these (one more than articles), u64 offsets of the dictionaries (one
/// more than dictionaries), dictionaries. On disk: changes need another schema_version.
struct ArticlesHeader {
  std::array<char, 8> mark{};
  std::uint32_t articles = 0;
  std::uint32_t dictionaries = 0;
  std::uint64_t article_bytes = 0; ///< with padding
  std::uint64_t dictionary_bytes = 0;
};

inline constexpr std::array<char, 8> articles_mark{'R', 'c', 'p', 'A', 'r', 't', 'c', '1'};

/// The concatenated texts of an article are compressed in chunks of this size. 40 MB of Wikipedia
/// shrink to .397 of the text in chunks of 2048 bytes, .418 of 1024, .454 of 512. Inflating one
/// takes 8.6, 5.0 and 2.6 microseconds, and a window of 400 bytes touches one or two.
inline constexpr std::size_t chunk_bytes = 512;

/// The bytes of an article, except the number of its dictionary (a varint, 0 = none), which
/// precedes them and depends on the file.
[[nodiscard]] std::string encode_article(Record const& record,
                                         std::span<SectionPlaces const> sections,
                                         Compressor& compressor);

/// Reads the output of encode_article() lazily. Throws Error(damaged).
class StoredArticle {
public:
  /// `bytes` begin with the number of the dictionary.
  explicit StoredArticle(std::string_view bytes);

  struct Section {
    std::size_t begin = 0; ///< byte among the article's texts
    std::size_t bytes = 0;
    std::uint32_t first_position = 0;
    std::uint32_t heading_words = 0;
    std::string_view places;
  };

  [[nodiscard]] std::size_t dictionary() const { return dictionary_; }
  /// Everything after the number of the dictionary.
  [[nodiscard]] std::string_view body() const { return body_; }
  [[nodiscard]] std::size_t sections() const { return sections_; }
  /// The first `most` sections.
  [[nodiscard]] std::vector<Section> read_sections(std::size_t most) const;
  /// A single section; `number` < sections().
  [[nodiscard]] Section section(std::size_t number) const;
  /// The record without texts.
  [[nodiscard]] Record fields() const;
  /// The bytes [begin, end) of the texts.
  [[nodiscard]] std::string text(Inflater const& inflater, std::size_t begin,
                                 std::size_t end) const;
  [[nodiscard]] std::size_t text_bytes() const { return text_bytes_; }

private:
  std::size_t dictionary_ = 0;
  std::size_t sections_ = 0;
  std::size_t text_bytes_ = 0;
  std::string_view body_;
  std::string_view fields_;
  std::string_view heads_;
  std::string_view places_;
  std::string_view chunk_sizes_;
  std::string_view chunks_;
};

} // namespace recap::index
