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

/// Writes the segments of the next generation: those of its base but for what has changed since,
/// which a second segment has, or everything into one. Throws index::Error.
class SegmentsWriter {
public:
  /// The generation that is changed.
  struct Base {
    std::filesystem::path folder;
    index::Manifest manifest;
  };
  /// `work`: a folder for what is in between.
  SegmentsWriter(std::filesystem::path work, index::FieldLengths const& average_lengths,
                 std::optional<Base> base);

  using Done = std::function<void(std::uint64_t words)>;

  /// The article with this number is `record` now; once in a run. `done` is told the words of its
  /// body, before settle() returns at the latest.
  void put(std::uint32_t docid, index::Record record, Done done);

  /// There is no article with this number any more.
  void remove(std::uint32_t docid);

  /// Calls every `done` that is still owed.
  void settle();

  /// Writes the segments and which article is in which into the draft. Gives their names.
  [[nodiscard]] std::vector<index::SegmentNames> finish(index::Draft& draft);

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
  std::vector<std::uint8_t> live_;          ///< as in the file, and `fresh` for what is in a piece
  std::vector<Pending> pending_;
  std::size_t pending_bytes_ = 0;
  index::SegmentWriter writer_;
  bool writes_ = false; ///< the writer has something
  SegmentPieces pieces_;
};

} // namespace recap::indexer
