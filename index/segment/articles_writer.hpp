// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/segment/articles_format.hpp"
#include "index/segment/output_file.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::index {

/// Writes an articles-N front to back. Throws Error(unwritable).
class ArticlesWriter {
public:
  explicit ArticlesWriter(std::filesystem::path const& file);
  /// `body`: from encode_article().
  void add(std::size_t dictionary, std::string_view body);
  void finish(std::span<std::string_view const> dictionaries);

private:
  OutputFile file_;
  std::vector<std::uint64_t> offsets_{0};
  std::uint64_t begin_ = 0;
};

/// Appends views of the chunks into which `text` will be cut.
void add_samples(std::string_view text, std::vector<std::string_view>& samples);

/// Bytes of text from which a dictionary is trained. This is enough, and takes about a second.
inline constexpr std::size_t training_bytes = 4 << 20;

/// Keeps encoded articles in memory. The dictionary is trained from the first ones.
class ArticleStore {
public:
  void add(Record const& record, std::span<SectionPlaces const> sections);
  /// Leaves the store empty, but keeps a dictionary trained from enough text: training takes as
  /// long as compressing 5 MB.
  void write(std::filesystem::path const& file);

private:
  struct Waiting {
    Record record;
    std::vector<SectionPlaces> sections;
  };
  void encode(Record const& record, std::span<SectionPlaces const> sections);
  void train();

  std::vector<Waiting> waiting_; ///< until there is a dictionary
  std::size_t waiting_bytes_ = 0;
  std::string dictionary_;
  std::optional<Compressor> compressor_;
  std::string bodies_;
  std::vector<std::size_t> ends_;
};

} // namespace recap::index
