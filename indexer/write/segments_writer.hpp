// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/segments.hpp"
#include "indexer/terms/article_terms.hpp"
#include "indexer/write/segment_pieces.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace recap::indexer {

/// Writes the segments of the next generation: those of its base and a second segment with all
/// changes, or everything into one. Throws index::Error.
class SegmentsWriter {
public:
  /// The generation to change.
  struct Base {
    std::filesystem::path folder;
    index::Manifest manifest;
  };
  /// `work`: a folder for temporary files.
  SegmentsWriter(std::filesystem::path work, index::FieldLengths const& average_lengths,
                 std::optional<Base> base);

  using Done = std::function<void(std::uint64_t words)>;

  /// Sets the article with this number to `record`; once per run. Calls `done` with the words of
  /// its body, at the latest before settle() returns.
  void put(std::uint32_t docid, index::Record record, Done done);

  /// Removes the article with this number.
  void remove(std::uint32_t docid);

  /// Calls every pending `done`.
  void settle();

  /// Writes the segments and `live` into the draft. Returns their names.
  [[nodiscard]] std::vector<index::SegmentNames> finish(index::NewGeneration& draft);

private:
  struct Pending {
    std::uint32_t docid = 0;
    index::Record record;
    Done done;
  };

  [[nodiscard]] bool is_in_first(std::uint32_t docid) const;
  [[nodiscard]] bool second_is_large() const;
  void write_pending();
  void end_piece();
  void count_dead();
  void add_base(SegmentPieces& pieces, std::size_t segment) const;

  std::filesystem::path work_;
  TermBuilder builder_;
  std::optional<Base> base_;
  std::optional<index::Segments> segments_; ///< of the base
  std::vector<std::uint8_t> live_;          ///< as in the file; `fresh` for articles in a piece
  std::vector<Pending> pending_;
  std::size_t pending_bytes_ = 0;
  index::SegmentWriter writer_;
  bool writes_ = false; ///< the writer has articles
  SegmentPieces pieces_;
};

} // namespace recap::indexer
