// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"
#include "searchd/http/refusal.hpp"

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
  Workers(Handler handler, ErrorPage error_page, Log log);

  /// `threads` as in Options; up to `queued` requests wait while all are busy.
  void start(std::size_t threads, std::size_t queued);

  /// Whether one more request may come.
  [[nodiscard]] bool has_room() const { return in_flight_ < capacity_; }

  /// Runs the handler on a worker and resumes the coroutine on its own
  /// executor. Whatever goes wrong becomes a Response; after abandon() an empty
  /// one. Ask has_room() first.
  [[nodiscard]] boost::asio::awaitable<Response> answer(Request request);

  /// The answer to what does not reach the handler. Any thread.
  [[nodiscard]] Response refuse(Refusal refusal) const;

  /// Gives `line` to the log, if there is one. Any thread.
  void log(std::string const& line) const;

  /// Drops the requests that still wait. Any thread.
  void abandon() { abandoned_ = true; }

  /// Returns when no worker runs any more. Any thread but a worker.
  void join();

private:
  [[nodiscard]] Response run(Request const& request) const;

  Handler handler_;
  ErrorPage error_page_;
  Log log_;
  std::optional<boost::asio::thread_pool> pool_;
  std::size_t capacity_ = 0;
  std::size_t in_flight_ = 0;
  std::atomic<bool> abandoned_ = false;
};

} // namespace recap::http
