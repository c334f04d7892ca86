// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/shard_writers.hpp"

#include "index/databases.hpp"
#include "index/error.hpp"
#include "indexer/process/wire.hpp"

#include <algorithm>

namespace recap::indexer {
namespace {

/// Size of a writer's first shard. Merging copies the posting lists of databases side by side, so
/// many small shards make a larger index: with 8 MiB each their lists took 44 MB, with 16 MiB 40,
/// with 32 MiB 37, in one database 33. But a writer is idle while another fills its first shard,
/// and when no shards are left, so each writer begins with a small one. A segment hardly grows with
/// its pieces (8,000 articles of Wikipedia: 115.9 MB with 8 MiB each, 115.7 with 32), and a writer
/// holds each several times over until it is written: two writers took 315 MiB with 32 MiB, 246
/// with 16 MiB, 161 with 8 MiB.
constexpr std::size_t first_bytes = 8 * 1024 * 1024;
constexpr std::size_t first_articles = 8000;

std::size_t most_doublings(unsigned shards) {
  return shards > 1 ? 2 : 0;
}

std::string order(ShardOrder order, std::string_view content) {
  return std::string(1, static_cast<char>(order)).append(content);
}

} // namespace

ShardWriters::ShardWriters(MessageLoop& loop, std::filesystem::path folder, Plan const& plan)
    : loop_(loop)
    , folder_(std::move(folder))
    , shards_(plan.shards)
    , workers_(std::max(plan.jobs, 1U)) {
  std::filesystem::create_directories(folder_);
  for (auto& worker : workers_) {
    worker.process = std::make_unique<ChildProcess>(
        loop_, [&](int descriptor) { serve_shards(descriptor, plan); });
  }
}

ShardWriters::~ShardWriters() = default;

ShardWriters::Worker& ShardWriters::least_busy() {
  return *std::ranges::min_element(workers_, {}, &Worker::bytes);
}

void ShardWriters::begin_shard() {
  exchange(false);
  doublings_ = std::min(pieces_.size() / workers_.size(), most_doublings(shards_));
  while (least_busy().bytes > first_bytes << doublings_)
    exchange(true);
  filling_ = &least_busy();
  pieces_.push_back({folder_ / ("piece-" + std::to_string(pieces_.size())), articles_});
  filling_->process->send(order(ShardOrder::begin, pieces_.back().folder.string()));
  filling_->awaited.push_back({0, nullptr});
  shard_articles_ = shard_bytes_ = 0;
}

void ShardWriters::end_shard() {
  if (filling_ == nullptr) return;
  filling_->process->send(order(ShardOrder::end, {}));
  filling_->awaited.push_back({0, nullptr});
  filling_ = nullptr;
}

void ShardWriters::put(std::string const& record, Done done) {
  if (filling_ == nullptr) begin_shard();
  filling_->process->send(order(ShardOrder::put, record));
  filling_->awaited.push_back({record.size(), std::move(done)});
  filling_->bytes += record.size();
  shard_bytes_ += record.size();
  ++articles_;
  bool const full = ++shard_articles_ >= first_articles << doublings_ ||
                    shard_bytes_ >= first_bytes << doublings_;
  if (full) end_shard();
  exchange(false);
}

std::vector<ShardWriters::Piece> ShardWriters::finish() {
  end_shard();
  while (std::ranges::any_of(workers_, [](auto const& worker) { return !worker.awaited.empty(); }))
    exchange(true);
  workers_.clear();
  return std::move(pieces_);
}

void ShardWriters::exchange(bool wait) {
  loop_.exchange(wait);
  for (auto& worker : workers_)
    collect(worker);
}

void ShardWriters::collect(Worker& worker) {
  auto const fail = [&](std::string const& reason) {
    throw index::Error(index::ErrorCode::unwritable,
                       folder_.string() + ": " + reason + "; the index is unchanged");
  };
  while (auto const message = worker.process->receive()) {
    Unpacker in(*message);
    auto const words = in.number();
    if (auto const problem = in.text(); !problem.empty()) fail(std::string(problem));
    Answer const answer = std::move(worker.awaited.front());
    worker.awaited.pop_front();
    worker.bytes -= answer.bytes;
    if (answer.done) answer.done(words);
  }
  if (worker.process->ended())
    fail("a writer process was killed by signal " + std::to_string(worker.process->signal()));
}

std::vector<std::vector<std::filesystem::path>>
databases_of(std::vector<ShardWriters::Piece> const& pieces, unsigned shards) {
  // The first article of a piece is in its first database, whatever its turn in the whole.
  auto const names = index::database_names(shards);
  std::vector<std::vector<std::filesystem::path>> databases(shards);
  for (auto const& [folder, first] : pieces) {
    for (std::size_t i = 0; i < names.size(); ++i)
      databases[(first + i) % shards].push_back(folder / names[i]);
  }
  return databases;
}

} // namespace recap::indexer
