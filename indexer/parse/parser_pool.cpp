// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/parse/parser_pool.hpp"

#include "indexer/parse/parser_process.hpp"

#include <algorithm>
#include <utility>

namespace recap::indexer {
namespace {

/// Limit of articles in transit: enough to keep every process busy while one has a long article,
/// and little compared to the memory of a parser.
constexpr std::size_t most_waiting_bytes = 4 * 1024 * 1024;
constexpr std::size_t most_waiting_jobs = 512;

/// Another process is started if the least busy one has this many articles or bytes waiting.
constexpr std::size_t busy_jobs = 8;
constexpr std::size_t busy_bytes = 64 * 1024;

} // namespace

ParserPool::ParserPool(MessageLoop& loop, unsigned jobs, ReadOptions const& options)
    : loop_(loop)
    , options_(options)
    , workers_(std::max(jobs, 1U)) {}

ParserPool::~ParserPool() = default;

void ParserPool::start(Worker& worker) {
  worker.process = std::make_unique<ChildProcess>(
      loop_, [this](int descriptor) { serve_parser(descriptor, options_); });
}

ParserPool::Worker& ParserPool::choose() {
  Worker* least = nullptr;
  Worker* idle = nullptr;
  for (auto& worker : workers_) {
    if (!worker.process) {
      if (idle == nullptr) idle = &worker;
    } else if (least == nullptr || worker.bytes < least->bytes) {
      least = &worker;
    }
  }
  bool const busy =
      least == nullptr || least->jobs.size() >= busy_jobs || least->bytes >= busy_bytes;
  if (idle == nullptr || !busy) return *least;
  start(*idle);
  return *idle;
}

void ParserPool::assign(Worker& worker, std::shared_ptr<Job> job) {
  worker.process->send(job->message);
  worker.bytes += job->message.size();
  worker.jobs.push_back(std::move(job));
}

void ParserPool::parse(RawArticle const& raw, SourceFile const& file, ParseGoal goal,
                       Receiver receive) {
  auto job = std::make_shared<Job>();
  job->message = pack_task(raw, file, goal);
  job->receive = std::move(receive);
  waiting_bytes_ += job->message.size();
  queue_.push_back(job);
  assign(choose(), std::move(job));
  exchange(false);
  while (waiting_bytes_ > most_waiting_bytes || queue_.size() > most_waiting_jobs)
    exchange(true);
}

void ParserPool::then(std::function<void()> action) {
  if (queue_.empty()) return action();
  auto job = std::make_shared<Job>();
  job->action = std::move(action);
  job->done = true;
  queue_.push_back(std::move(job));
  while (queue_.size() > most_waiting_jobs)
    exchange(true);
}

void ParserPool::finish() {
  deliver();
  while (!queue_.empty())
    exchange(true);
}

void ParserPool::exchange(bool wait) {
  loop_.exchange(wait);
  for (auto& worker : workers_) {
    if (worker.process) collect(worker);
  }
  deliver();
}

void ParserPool::collect(Worker& worker) {
  while (auto const message = worker.process->receive()) {
    auto const job = worker.jobs.front();
    worker.jobs.pop_front();
    worker.bytes -= job->message.size();
    job->result = unpack_result(*message);
    job->done = true;
  }
  if (worker.process->ended()) reap(worker);
}

/// Reports the first article without a response: its process died while parsing it.
void ParserPool::reap(Worker& worker) {
  int const signal = worker.process->signal();
  worker.process.reset();
  worker.bytes = 0;
  auto const left = std::exchange(worker.jobs, {});
  if (left.empty()) return;
  Parsed skipped;
  skipped.reason = reason_of_death(signal, options_);
  left.front()->result = std::move(skipped);
  left.front()->done = true;
  if (left.size() == 1) return;
  start(worker);
  for (auto job = left.begin() + 1; job != left.end(); ++job)
    assign(worker, *job);
}

void ParserPool::deliver() {
  while (!queue_.empty() && queue_.front()->done) {
    auto const job = queue_.front();
    queue_.pop_front();
    waiting_bytes_ -= job->message.size();
    if (job->action) {
      job->action();
    } else {
      job->receive(std::move(*job->result));
    }
  }
}

} // namespace recap::indexer
