// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/positions.hpp"
#include "index/segment/list_encoder.hpp"
#include "index/segment/output_file.hpp"
#include "index/segment/words.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::index {

/// Writes a words-N front to back: every term in byte order, then the forward lists in the order
/// of the articles. Throws Error(unwritable).
class WordsWriter {
public:
  explicit WordsWriter(std::filesystem::path const& file);
  ~WordsWriter();
  WordsWriter(WordsWriter const&) = delete;
  WordsWriter& operator=(WordsWriter const&) = delete;

  /// Adds a posting of the term that end_term() will name.
  void add(Posting posting, std::span<std::uint32_t const> positions) {
    encoder_.add(posting, positions);
  }
  /// The ordinal of the term; nullopt if it has neither postings nor `dead`, and is omitted.
  std::optional<std::uint32_t> end_term(std::string_view term, std::uint32_t dead);

  /// Call this between the terms and the forward lists.
  void begin_forward();
  /// In any order; at most longest_forward_list.
  void add_forward(std::vector<ForwardEntry>& entries);

  void finish(std::span<std::uint32_t const> docids, std::span<FieldEnds const> ends);

private:
  void put_term(std::string_view term);
  void put_entry(std::uint32_t dead);

  OutputFile file_;
  std::filesystem::path dictionary_path_;
  OutputFile dictionary_;
  ListEncoder encoder_;
  WordsHeader header_;
  std::vector<std::uint64_t> block_keys_;
  std::vector<std::uint64_t> block_offsets_;
  std::vector<std::uint64_t> forward_offsets_;
  std::uint64_t lists_begin_ = 0;
  std::uint64_t forward_begin_ = 0;
  std::string last_term_;
  std::string bytes_;
};

} // namespace recap::index
