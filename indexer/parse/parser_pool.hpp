// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/ranking.hpp"
#include "indexer/formats/article_reader.hpp"
#include "indexer/process/child_process.hpp"

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace recap::indexer {

/// The result of parsing one article.
struct Parsed {
  bool readable = false;
  std::size_t line = 0;   ///< of the error; 0 = the whole file
  std::size_t column = 0; ///< of the error; 0 = the whole line
  std::string reason;     ///< the error
  bool draft = false;
  bool scheduled = false;                ///< a draft only for now
  std::vector<metadata::Remark> remarks; ///< on values that were skipped
  std::string id;
  std::string record;            ///< encoded; its sections have no positions yet
  std::string facts;             ///< if requested, packed (article_facts.hpp)
  index::FieldLengths lengths{}; ///< if requested
};

/// What to compute for an article.
enum class ParseGoal { record, lengths, facts };

/// Parses articles in child processes: cmark-gfm is not thread-safe, and a hostile article that
/// makes its parser hang, grow or crash affects only itself. Results arrive in the order of
/// submission, whichever process was faster.
class ParserPool {
public:
  using Receiver = std::function<void(Parsed)>;

  /// At most `jobs` processes, each started when the others are busy.
  ParserPool(MessageLoop& loop, unsigned jobs, ReadOptions const& options);
  ~ParserPool();
  ParserPool(ParserPool const&) = delete;
  ParserPool& operator=(ParserPool const&) = delete;

  /// Submits a copy of the article. `receive` is called from here, from then() or from finish(), in
  /// order, and must not call any of these. Blocks while too much is waiting.
  void parse(RawArticle const& raw, SourceFile const& file, ParseGoal goal, Receiver receive);

  /// Calls `action` in order with the results; it must not call the pool either.
  void then(std::function<void()> action);

  /// Waits until everything submitted has been received.
  void finish();

private:
  struct Job {
    std::string message; ///< kept until the response, in case the process dies
    Receiver receive;
    std::function<void()> action;
    std::optional<Parsed> result;
    bool done = false;
  };
  struct Worker {
    std::unique_ptr<ChildProcess> process;
    std::deque<std::shared_ptr<Job>> jobs;
    std::size_t bytes = 0; ///< of its jobs
  };

  void start(Worker& worker);
  Worker& choose();
  void assign(Worker& worker, std::shared_ptr<Job> job);
  void exchange(bool wait);
  void collect(Worker& worker);
  void reap(Worker& worker);
  void deliver();

  MessageLoop& loop_;
  ReadOptions options_;
  std::vector<Worker> workers_;
  std::deque<std::shared_ptr<Job>> queue_; ///< not delivered yet, in order
  std::size_t waiting_bytes_ = 0;
};

} // namespace recap::indexer
