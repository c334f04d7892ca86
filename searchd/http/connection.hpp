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

/// State shared by the connections of one server. Used on the io thread only, except where noted.
struct Service {
  Limits limits;
  Cors cors;
  std::function<bool(Request const&)> is_quick;
  std::function<std::optional<Response>(Request const&)> known_response;
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

/// One connection, from accepting to closing. Has no timer: its owner checks the times of all
/// connections together, so that a request needs no timer. Not movable, because its coroutine
/// refers to it.
class Connection {
public:
  using Clock = std::chrono::steady_clock;

  Connection(Socket socket, Service& service);
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;

  /// Reads and answers requests, one after the other, until either side closes. The socket closes
  /// with the Connection.
  [[nodiscard]] boost::asio::awaitable<void> serve();

  /// Instead of serve(): responds that there are too many connections, with 503, or with 429 if
  /// there are too many `of_one` address.
  [[nodiscard]] boost::asio::awaitable<void> turn_away(bool of_one);

  /// The client, as in client_name(); empty over a Unix domain socket.
  [[nodiscard]] std::string const& client() const { return client_; }

  /// Whether the peer is a trusted proxy, which connects for many clients.
  [[nodiscard]] bool is_trusted() const;

  /// Ends waits for the peer that have exceeded their limit.
  void expire(Clock::time_point now);

  /// Ends the wait for a request if no byte of it has arrived, not even unread.
  void close_if_idle();

  /// Closes the connection immediately.
  void abort();

private:
  enum class Next { request, farewell, nothing };

  boost::asio::awaitable<bool> read_request(RequestParser& parser);
  boost::asio::awaitable<bool> read_some();
  boost::asio::awaitable<bool> allow_body();
  boost::asio::awaitable<Next> answer(RequestParser& parser);
  boost::asio::awaitable<std::optional<Response>> respond(RequestParser& parser);
  std::string client_of(Incoming const& incoming) const;
  boost::asio::awaitable<std::optional<Response>> work_on(Request request);
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

  // A read continues while a request runs, to detect that the peer has closed. Bytes of the next
  // request are kept; that read is then its first.
  bool reading_ = false;
  bool ended_ = false; // the peer has shut down its side, so a further read would never end
  bool unfed_ = false; // bytes have arrived since a parser was last fed
  boost::system::error_code read_error_;  // of the last read
  std::function<void()> on_read_;         // called when it ends
  std::optional<Workers::Ticket> ticket_; // of the running request
  std::stop_source stop_;                 // of the running request
  boost::asio::steady_timer hang_up_;
  std::shared_ptr<void> alive_ = std::make_shared<char>(); // a read may end after this has

  Exchange exchange_; ///< of the request that is answered
  Clock::time_point deadline_ = Clock::time_point::max();
  bool idle_ = false;
  bool first_request_ = true;
};

} // namespace recap::http
