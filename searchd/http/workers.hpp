// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"
#include "searchd/http/responder.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <cstddef>
#include <optional>

namespace recap::http {

/// The threads that run the handler, and how many requests may wait for one.
/// Where nothing else is said, a member is to be called on the io thread.
class Workers {
public:
  explicit Workers(Responder const& responder);

  /// `threads` as in Options; up to `queued` requests wait while all are busy.
  /// Before the io thread runs.
  void start(std::size_t threads, std::size_t queued);

  /// Whether one more request may come.
  [[nodiscard]] bool has_room() const { return in_flight_ < capacity_; }

  /// Has `request` answered by a worker and resumes the coroutine on its own
  /// executor; after abandon() with an empty Response. Ask has_room() first.
  [[nodiscard]] boost::asio::awaitable<Response> answer(Request request);

  /// Drops the requests that still wait.
  void abandon() { abandoned_ = true; }

  /// Returns when no worker runs any more. Any thread but a worker.
  void join();

private:
  Responder const& responder_;
  std::optional<boost::asio::thread_pool> pool_;
  std::size_t capacity_ = 0;
  std::size_t in_flight_ = 0;
  std::atomic<bool> abandoned_ = false;
};

} // namespace recap::http
