// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/generation.hpp"
#include "indexer/sources/state.hpp"
#include "indexer/terms/document.hpp"
#include "indexer/write/last_resort.hpp"
#include "indexer/write/segments_writer.hpp"
#include "indexer/write/shard_writers.hpp"

#include <xapian.h>

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace recap::indexer {

/// Writes the next generation: the articles of `base`, or none, with changes. A failure throws
/// index::Error and leaves CURRENT unchanged; the writer must then be destroyed, because Xapian
/// drops a failed batch silently.
class GenerationWriter {
public:
  struct Plan {
    std::optional<std::uint64_t> base; ///< a generation, whose files are checked here
    index::FieldLengths average_lengths{};
    unsigned jobs = 1;   ///< writer processes, without a base
    unsigned shards = 1; ///< number of databases, the same as in `base`
  };
  GenerationWriter(index::Store const& store, MessageLoop& loop, Plan const& plan);

  /// Adds the article of an encoded record, replacing one with the same id. Calls `done` with the
  /// words of its body, now or before publish() returns.
  void put(std::string const& record, std::function<void(std::uint64_t)> done);
  void remove(std::string const& id);

  /// With a base: calls every pending `done`.
  void settle();

  /// Ends the writing, and calls every pending `done`.
  void finish();

  struct Publication {
    std::string settings;
    std::uint64_t articles = 0; ///< expected number
    std::uint64_t body_words = 0;
    unsigned keep = 2;
  };
  /// After finish(): checks that the generation can be read, and makes it current. Returns its
  /// number.
  std::uint64_t publish(Publication const& publication, std::deque<KnownFile> const& files);

private:
  void open_base(index::Store const& store);
  Xapian::docid replace(std::string const& id, Xapian::Document const& document);
  void write_phrases() const;
  void count_change(std::size_t bytes);
  void end_writers();
  void finish_databases();
  void finish_segments();
  void check(std::uint64_t articles) const;
  [[nodiscard]] index::Manifest manifest() const;

  index::NewGeneration draft_;
  LastResort last_resort_;
  std::filesystem::path work_;
  Plan plan_;
  std::optional<ShardWriters> writers_;
  std::vector<ShardWriters::Piece> pieces_; ///< of finished writers
  std::optional<Xapian::WritableDatabase> database_;
  std::optional<SegmentsWriter> segments_; ///< unless the generation is sharded
  TermBuilder builder_;
  std::size_t changes_ = 0;
  std::size_t batch_changes_ = 0;
  std::size_t batch_bytes_ = 0;
  std::string mark_;
  std::vector<index::SegmentNames> names_;
  /// The phrases of the base, until a change affects them; empty = write them again.
  std::filesystem::path same_phrases_;
};

} // namespace recap::indexer
