// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"
#include "searchd/http/responder.hpp"
#include "searchd/http/server.hpp"
#include "searchd/http/waiting_line.hpp"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace recap::http {

/// The threads that run the handler, and the requests waiting for them. Unless noted, functions
/// must be called on the io thread.
class Workers {
public:
  using Ticket = WaitingLine::Ticket;

  explicit Workers(Responder const& responder);
  ~Workers();
  Workers(Workers const&) = delete;
  Workers& operator=(Workers const&) = delete;

  /// `threads`: as in Options. Call it before the io thread runs.
  void start(std::size_t threads, Limits const& limits);

  /// A name for a request, by which it can be dropped.
  [[nodiscard]] Ticket ticket() { return ++last_ticket_; }

  /// Has a worker answer `request` and resumes the coroutine on its own executor: with the
  /// response, with a 503 if too many requests wait or it would wait too long, or with nullopt if
  /// it was dropped.
  [[nodiscard]] boost::asio::awaitable<std::optional<Response>> answer(Ticket ticket,
                                                                       Request request);

  /// Requests that wait for a thread now. Any thread.
  [[nodiscard]] std::size_t waiting();

  /// Drops a request that still waits; a running one continues.
  void drop(Ticket ticket);

  /// Drops all waiting requests, and those to come.
  void abandon();

  /// Returns when no worker runs. Any thread except a worker.
  void join();

private:
  using Clock = std::chrono::steady_clock;
  using Done = std::function<void(std::optional<Response>)>;

  struct Job {
    Request request;
    Done done; ///< any thread may call it, once
  };

  void add(Ticket ticket, Job job);
  [[nodiscard]] bool admit(std::string const& client, std::optional<Job>& displaced);
  [[nodiscard]] Job taken_out(Ticket ticket);
  void turn_away(Job const& job) const;
  void work();

  Responder const& responder_;
  std::size_t threads_ = 0;
  std::size_t most_waiting_ = 0;
  std::chrono::duration<double> longest_wait_{0};
  Ticket last_ticket_ = 0;
  std::vector<std::thread> pool_;

  std::mutex mutex_; ///< guards all below
  std::condition_variable changed_;
  WaitingLine line_{0};
  std::unordered_map<Ticket, Job> jobs_;   ///< that wait
  std::chrono::duration<double> usual_{0}; ///< moving average of the duration of a response
  bool abandoned_ = false;
  bool ended_ = false;
};

} // namespace recap::http
