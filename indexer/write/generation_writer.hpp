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

/// Writes the next generation: the articles of `base`, or none, and the changes to them.
/// Anything that fails throws index::Error and leaves CURRENT as it was; a writer
/// that has thrown is only good for being destroyed, since Xapian drops a failed batch silently.
class GenerationWriter {
public:
  struct Plan {
    std::optional<std::uint64_t> base; ///< a generation whose files are whole (checked here)
    index::FieldLengths average_lengths{};
    unsigned jobs = 1;   ///< processes that write, without a base
    unsigned shards = 1; ///< databases to write, as many as `base` has
  };
  GenerationWriter(index::Store const& store, MessageLoop& loop, Plan const& plan);

  /// Adds the article of an encoded record, in place of one with the same id. `done` is told
  /// the words of its body, now or before publish() returns.
  void put(std::string const& record, std::function<void(std::uint64_t)> done);
  void remove(std::string const& id);

  /// With a base: every `done` so far has been called then.
  void settle();

  /// Ends the writing: every `done` has been called then.
  void finish();

  struct Publication {
    std::string settings;
    std::uint64_t articles = 0; ///< that have to be in it
    std::uint64_t body_words = 0;
    unsigned keep = 2;
  };
  /// After finish(): checks that it can be read, and makes it the current generation. Gives its
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

  index::Draft draft_;
  LastResort last_resort_;
  std::filesystem::path work_;
  Plan plan_;
  std::optional<ShardWriters> writers_;
  std::vector<ShardWriters::Piece> pieces_; ///< of writers that have ended
  std::optional<Xapian::WritableDatabase> database_;
  std::optional<SegmentsWriter> segments_; ///< beside one database
  TermBuilder builder_;
  std::size_t changes_ = 0;
  std::size_t batch_changes_ = 0;
  std::size_t batch_bytes_ = 0;
  std::string mark_;
  std::vector<index::SegmentNames> names_;
  /// The phrases of the base, as long as no change has others; empty = they are written anew.
  std::filesystem::path same_phrases_;
};

} // namespace recap::indexer
