// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace recap::http {

/// Limits on the cost of a peer. Each has its response; no connection is closed without one while
/// the peer listens. Times are accurate to an eighth of the shortest of them, or to a quarter of a
/// second if that is less.
struct Limits {
  /// Request line and fields together, in bytes; more is a 431 (RFC 6585, section 5), or a 414 if
  /// the request line alone is longer.
  std::size_t header_bytes = 16 * 1024;
  /// Fields of a request; more is a 431. The limit of Apache httpd.
  std::size_t header_fields = 100;
  /// Body in bytes; more is a 413.
  std::size_t body_bytes = 1024 * 1024;
  /// From the first byte of a request to its last; slower is a 408. Also for a new connection
  /// without a request, which is then closed without a response.
  std::chrono::milliseconds read_timeout{10'000};
  /// For the peer to receive a response.
  std::chrono::milliseconds write_timeout{10'000};
  /// For the next request after a response; then the connection is closed. Longer than the 60 s for
  /// which reverse proxies commonly keep an idle connection, so that the proxy closes it.
  std::chrono::milliseconds idle_timeout{75'000};
  /// Open connections; one more gets a 503 and is closed. Each may need a buffer of 16 KiB and a
  /// body of `body_bytes`.
  std::size_t connections = 1024;
  /// Of these, connections of one address (for IPv6 its first 64 bits) other than a trusted proxy;
  /// one more gets a 429 and is closed.
  std::size_t connections_per_address = 256;
  /// Requests waiting while every worker is busy; one more gets a 503 with Retry-After, or replaces
  /// the last one of the client with the most.
  std::size_t queued_requests = 256;
  /// A request that would wait longer immediately gets a 503 with Retry-After. Estimated from the
  /// requests before it and the duration of recent responses.
  std::chrono::milliseconds queue_time{500};
  /// A peer that closes its sending side may have gone, or may only have no further requests. After
  /// this time, its waiting request is dropped and its running request stopped. A reset counts
  /// immediately.
  std::chrono::milliseconds hang_up_grace{100};
};

struct Options {
  std::string address = "127.0.0.1"; ///< IPv4 or IPv6 literal
  std::uint16_t port = 8080;         ///< 0 picks a free one
  std::filesystem::path socket; ///< of a Unix domain socket instead of both; empty = none. All of
                                ///< its clients count as one address
  int inherited = -1; ///< a listening socket, in place of all three; -1 = none. The server closes
                      ///< it; copies in other processes stay open
  std::size_t threads = 0; ///< workers that run the handler; 0 = one per core
  /// Origins that may read answers from a page (`https://example.org`), or `*`.
  std::vector<std::string> cors_origins;
  Limits limits;
  /// Addresses and networks (`10.0.0.0/8`) of proxies that may name their clients: see
  /// client_address().
  std::vector<std::string> trusted_proxies;
  /// Requests per second allowed per address on average, see RateLimit; one more gets a 429. 0 = no
  /// limit. Requests for which is_quick is true do not count.
  double rate = 0;
  /// Whether a request is answered on the thread that serves the connections, without waiting for a
  /// worker: health checks, which take microseconds. Empty = none.
  std::function<bool(Request const&)> is_quick;
  /// The response to a request, if it is known already, as one from a cache is; nullopt leaves it
  /// to a worker. Called on the thread that serves the connections, so it must take microseconds.
  /// Empty = none is known.
  std::function<std::optional<Response>(Request const&)> known_response;
  OnAnswered on_answered; ///< may be empty
  Log log;                ///< exceptions of the handler, failures to accept; may be empty
};

/// An HTTP/1.1 server (RFC 9110, RFC 9112): one thread for the connections, `threads` workers for
/// the handler, and one more for clients without a running request. Clients (addresses, for IPv6
/// the first 64 bits) are served in rotation, and have limits. Supports GET, HEAD, POST and
/// OPTIONS, which it answers itself. Call start() once; the other functions may be called from any
/// thread except the server's own.
class Server {
public:
  Server(Options options, Handler handler, ErrorPage error_page);
  ~Server(); ///< drains without patience, unless it has been drained
  Server(Server const&) = delete;
  Server& operator=(Server const&) = delete;

  /// Listens and answers in the background; no thread runs before. Throws std::system_error, naming
  /// the address, if it cannot listen there.
  void start();

  /// The present load.
  struct Load {
    std::size_t connections = 0;
    std::size_t in_flight = 0; ///< requests whose response is being made or sent
    std::size_t waiting = 0;   ///< of these, those that wait for a thread
  };
  [[nodiscard]] Load load() const;

  /// The port listened on, once started.
  [[nodiscard]] std::uint16_t port() const;

  /// Accepts no new connections, closes idle ones, and answers requests that have begun with
  /// `Connection: close`; a new connection has half a second for its first request. After
  /// `patience`, closes what is still open, drops requests that wait for a worker, and tells
  /// running ones to stop (Request::stop). Returns when all threads have ended: it waits for
  /// running handlers, however long they take.
  void drain(std::chrono::milliseconds patience);

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace recap::http
