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

/// Writes many articles into small databases and segments, several processes at a time. Shards are
/// filled in the order of put(), so that the databases merged in their order number the articles in
/// it, however many processes there were. Throws index::Error(unwritable).
class ShardWriters {
public:
  using Done = std::function<void(std::uint64_t words)>;

  struct Plan {
    index::FieldLengths average_lengths{};
    unsigned jobs = 1;   ///< processes
    unsigned shards = 1; ///< databases of the generation: each piece has as many, see below
  };
  ShardWriters(MessageLoop& loop, std::filesystem::path folder, Plan const& plan);
  ~ShardWriters();
  ShardWriters(ShardWriters const&) = delete;
  ShardWriters& operator=(ShardWriters const&) = delete;

  /// Takes an encoded record with an id of its own. `done` is called from here or from finish().
  void put(std::string const& record, Done done);

  struct Piece {
    std::filesystem::path folder; ///< has databases, and a segment where they are not several
    std::uint64_t first = 0;      ///< articles before it
  };

  /// Waits until all is on disk, and ends the processes. Gives the pieces in order.
  [[nodiscard]] std::vector<Piece> finish();

private:
  struct Answer {
    std::size_t bytes;
    Done done;
  };
  struct Worker {
    std::unique_ptr<ChildProcess> process;
    std::deque<Answer> awaited;
    std::size_t bytes = 0; ///< of records not answered yet
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
  std::size_t doublings_ = 0; ///< of the first size, of the shard being filled
  std::size_t shard_articles_ = 0;
  std::size_t shard_bytes_ = 0;
};

/// Of the pieces, the databases that become each of the generation's, in order.
[[nodiscard]] std::vector<std::vector<std::filesystem::path>>
databases_of(std::vector<ShardWriters::Piece> const& pieces, unsigned shards);

/// What a writer process does.
void serve_shards(int descriptor, ShardWriters::Plan const& plan);

/// What it is told, in the first byte of a message.
enum class ShardOrder : char { begin = 'b', put = 'p', end = 'e' };

} // namespace recap::indexer
