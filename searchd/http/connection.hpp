// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/cors.hpp"
#include "searchd/http/endpoint.hpp"
#include "searchd/http/exchange.hpp"
#include "searchd/http/rate_limit.hpp"
#include "searchd/http/request_id.hpp"
#include "searchd/http/request_parser.hpp"
#include "searchd/http/responder.hpp"
#include "searchd/http/server.hpp"
#include "searchd/http/workers.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/system/error_code.hpp>

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace recap::http {

/// What the connections of one server share. Of the io thread, as they are.
struct Service {
  Limits limits;
  Cors cors;
  std::function<bool(Request const&)> is_quick;
  Responder const& responder;
  Workers& workers;
  Networks trusted; ///< proxies
  RateLimit rate;
  OnAnswered on_answered;
  RequestIds ids{};
  bool draining = false;                    ///< no further request is begun
  std::atomic<std::size_t> connections = 0; ///< any thread may read these
  std::atomic<std::size_t> in_flight = 0;
};

/// The life of one connection, from accepting to closing. It has no timer:
/// its owner looks at the clock for all connections at once, which costs a
/// request nothing. Not movable, since its coroutine holds on to it.
class Connection {
public:
  using Clock = std::chrono::steady_clock;

  Connection(Socket socket, Service& service);
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;

  /// Reads requests and answers them, one after the other, until either side
  /// has enough. The socket closes with the Connection.
  [[nodiscard]] boost::asio::awaitable<void> serve();

  /// Says, instead of serve(), that there are too many connections: 503, or 429 where they are
  /// too many `of_one` address.
  [[nodiscard]] boost::asio::awaitable<void> turn_away(bool of_one);

  /// Who is connected, as client_name() has it; empty over a Unix domain socket.
  [[nodiscard]] std::string const& client() const { return client_; }

  /// Whether that is a proxy, which connects for many.
  [[nodiscard]] bool is_trusted() const;

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
  boost::asio::awaitable<std::optional<Response>> respond(RequestParser& parser);
  std::string client_of(Incoming const& incoming) const;
  boost::asio::awaitable<std::optional<Response>> work_on(Request request, std::string client);
  boost::asio::awaitable<Next> send(Incoming const& incoming, Response response);
  boost::asio::awaitable<void> farewell();
  void begin_reading();
  void watch();
  void finish_reading(boost::system::error_code error, std::size_t count);
  void hang_up(std::chrono::milliseconds grace);
  boost::asio::awaitable<void> reading_ended();
  void feed(RequestParser& parser);
  bool overdue() const;

  Socket socket_;
  Service& service_;
  std::optional<Address> peer_;        // none over a Unix domain socket
  std::string client_;                 // its name
  std::array<char, 16 * 1024> buffer_; // unread: [begin_, end_)
  std::size_t begin_ = 0;
  std::size_t end_ = 0;

  // A read goes on while a request is worked on, to learn that the peer has gone; what comes of the
  // next request is kept. It is the first read of that request then.
  bool reading_ = false;
  bool ended_ = false; // the peer sends no more; a read would never end, as its end was told before
  bool unfed_ = false; // bytes have come since a parser was last fed
  boost::system::error_code read_error_;  // of the last read
  std::function<void()> on_read_;         // who waits for its end
  std::optional<Workers::Ticket> ticket_; // of the request that is worked on
  std::stop_source stop_;                 // of the same
  boost::asio::steady_timer hang_up_;
  std::shared_ptr<void> alive_ = std::make_shared<char>(); // a read may end after this has

  Exchange exchange_; ///< of the request that is answered
  Clock::time_point deadline_ = Clock::time_point::max();
  bool idle_ = false;
  bool first_request_ = true;
};

} // namespace recap::http
