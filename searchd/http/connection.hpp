// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/cors.hpp"
#include "searchd/http/request_parser.hpp"
#include "searchd/http/responder.hpp"
#include "searchd/http/server.hpp"
#include "searchd/http/workers.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <array>
#include <chrono>
#include <cstddef>

namespace recap::http {

/// What the connections of one server share. Of the io thread, as they are.
struct Service {
  Limits limits;
  Cors cors;
  Responder const& responder;
  Workers& workers;
  bool draining = false; ///< no further request is begun
};

/// The life of one connection, from accepting to closing. It has no timer:
/// its owner looks at the clock for all connections at once, which costs a
/// request nothing. Not movable, since its coroutine holds on to it.
class Connection {
public:
  using Clock = std::chrono::steady_clock;

  Connection(boost::asio::ip::tcp::socket socket, Service& service);
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;

  /// Reads requests and answers them, one after the other, until either side
  /// has enough. The socket closes with the Connection.
  [[nodiscard]] boost::asio::awaitable<void> serve();

  /// Says 503, instead of serve(), because there are too many connections.
  [[nodiscard]] boost::asio::awaitable<void> turn_away();

  /// Ends what waits for the peer longer than it may.
  void expire(Clock::time_point now);

  /// Ends the wait for a request of which nothing has come, not even unread.
  void close_if_idle();

  /// Ends everything.
  void abort();

private:
  enum class Next { request, farewell, nothing };

  boost::asio::awaitable<bool> read_request(RequestParser& parser);
  boost::asio::awaitable<bool> read_some();
  boost::asio::awaitable<bool> allow_body();
  boost::asio::awaitable<Next> answer(RequestParser& parser);
  boost::asio::awaitable<Response> respond(RequestParser& parser);
  boost::asio::awaitable<Next> send(Incoming const& incoming, Response response);
  boost::asio::awaitable<void> farewell();
  void feed(RequestParser& parser);
  bool overdue() const;

  boost::asio::ip::tcp::socket socket_;
  Service& service_;
  std::array<char, 16 * 1024> buffer_; // unread: [begin_, end_)
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  Clock::time_point deadline_ = Clock::time_point::max();
  bool idle_ = false;
  bool first_request_ = true;
};

} // namespace recap::http
