// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/ranking.hpp"
#include "indexer/process/child_process.hpp"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace recap::indexer {

/// Writes many articles into small databases and segments, with several processes. Shards are
/// filled in the order of put(), so that merging the databases in order numbers the articles in
/// that order, whatever the number of processes. Throws index::Error(unwritable).
class ShardWriters {
public:
  using Done = std::function<void(std::uint64_t words)>;

  struct Plan {
    index::FieldLengths average_lengths{};
    unsigned jobs = 1;   ///< processes
    unsigned shards = 1; ///< databases of the generation, and of each piece
  };
  ShardWriters(MessageLoop& loop, std::filesystem::path folder, Plan const& plan);
  ~ShardWriters();
  ShardWriters(ShardWriters const&) = delete;
  ShardWriters& operator=(ShardWriters const&) = delete;

  /// Adds an encoded record with a unique id. Calls `done` from here or from finish().
  void put(std::string const& record, Done done);

  struct Piece {
    std::filesystem::path
        folder;              ///< contains databases, and a segment unless the generation is sharded
    std::uint64_t first = 0; ///< articles before it
  };

  /// Waits until everything is on disk, and ends the processes. Returns the pieces in order.
  [[nodiscard]] std::vector<Piece> finish();

private:
  struct Answer {
    std::size_t bytes;
    Done done;
  };
  struct Worker {
    std::unique_ptr<ChildProcess> process;
    std::deque<Answer> awaited;
    std::size_t bytes = 0; ///< of records without a response
  };

  Worker& least_busy();
  void begin_shard();
  void end_shard();
  void exchange(bool wait);
  void collect(Worker& worker);

  MessageLoop& loop_;
  std::filesystem::path folder_;
  unsigned shards_;
  std::vector<Worker> workers_;
  std::vector<Piece> pieces_;
  std::uint64_t articles_ = 0;
  Worker* filling_ = nullptr;
  std::size_t doublings_ = 0; ///< of the first size, for the shard being filled
  std::size_t shard_articles_ = 0;
  std::size_t shard_bytes_ = 0;
};

/// The databases of the pieces, grouped by the database of the generation that they become, in
/// order.
[[nodiscard]] std::vector<std::vector<std::filesystem::path>>
databases_of(std::vector<ShardWriters::Piece> const& pieces, unsigned shards);

/// The main loop of a writer process.
void serve_shards(int descriptor, ShardWriters::Plan const& plan);

/// Commands to it, in the first byte of a message.
enum class ShardOrder : char { begin = 'b', put = 'p', end = 'e' };

} // namespace recap::indexer
