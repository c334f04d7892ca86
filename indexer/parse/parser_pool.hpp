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

/// What came of parsing one article.
struct Parsed {
  bool readable = false;
  std::size_t line = 0;   ///< of what makes it unreadable; 0 = the whole file
  std::size_t column = 0; ///< of the same; 0 = the whole line
  std::string reason;     ///< the same in words
  bool draft = false;
  bool scheduled = false;                ///< a draft for now only
  std::vector<metadata::Remark> remarks; ///< on values that it is taken without
  std::string id;
  std::string record;            ///< encoded; its sections have no positions yet
  std::string facts;             ///< when they were asked for, packed (article_facts.hpp)
  index::FieldLengths lengths{}; ///< when they were asked for
};

/// What is wanted of an article.
enum class ParseGoal { record, lengths, facts };

/// Parses articles in processes of their own: cmark-gfm is not for threads, and one article
/// that is made to hang, to grow or to crash its parser then costs that article only.
/// Results come back in the order of submission, whichever process was faster.
class ParserPool {
public:
  using Receiver = std::function<void(Parsed)>;

  /// At most `jobs` processes, each started when the ones before have enough to do.
  ParserPool(MessageLoop& loop, unsigned jobs, ReadOptions const& options);
  ~ParserPool();
  ParserPool(ParserPool const&) = delete;
  ParserPool& operator=(ParserPool const&) = delete;

  /// Copies the article and has it parsed. `receive` is called from here, from then() or from
  /// finish(), behind those of all earlier calls, and is not to call any of these. Blocks while too
  /// much is waiting.
  void parse(RawArticle const& raw, SourceFile const& file, ParseGoal goal, Receiver receive);

  /// Calls `action` in its turn among the results; it is not to call the pool either.
  void then(std::function<void()> action);

  /// Waits until everything submitted has been received.
  void finish();

private:
  struct Job {
    std::string message; ///< kept until it is answered, for the case that its process dies
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
  std::deque<std::shared_ptr<Job>> queue_; ///< all that is not delivered yet, in order
  std::size_t waiting_bytes_ = 0;
};

} // namespace recap::indexer
