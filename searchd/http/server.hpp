// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace recap::http {

/// What a peer may cost us. Each limit has its answer, none closes a
/// connection without words while the peer still listens. Times are kept to an
/// eighth of the shortest of them, or a quarter of a second if that is less.
struct Limits {
  /// Request line and fields together, in bytes; more is 431 (RFC 6585,
  /// section 5), or 414 where the request line alone is longer.
  std::size_t header_bytes = 16 * 1024;
  /// Fields of a request; more is 431. As many as Apache httpd takes.
  std::size_t header_fields = 100;
  /// Body in bytes; more is 413.
  std::size_t body_bytes = 1024 * 1024;
  /// From the first byte of a request to its last; slower is 408. Also how long
  /// a new connection may be silent before it is closed, then without words.
  std::chrono::milliseconds read_timeout{10'000};
  /// For the peer to take an answer.
  std::chrono::milliseconds write_timeout{10'000};
  /// For the next request on a connection that has had an answer; then it is
  /// closed without words. More than the 60 s for which reverse proxies
  /// commonly keep an idle connection, so that theirs is the side that closes.
  std::chrono::milliseconds idle_timeout{75'000};
  /// Connections open at once; one more is answered 503 and closed. Each may
  /// hold a buffer of 16 KiB and a body of `body_bytes`.
  std::size_t connections = 1024;
  /// Of these, how many one address (of IPv6 its first 64 bits) may have that is no trusted proxy;
  /// one more is answered 429 and closed.
  std::size_t connections_per_address = 256;
  /// Requests waiting while every worker is busy; one more is 503 with Retry-After, or takes the
  /// place of the last one of a peer that has more waiting.
  std::size_t queued_requests = 256;
  /// A request that would wait longer is 503 with Retry-After at once: reckoned from those that are
  /// answered before it and the time that an answer took of late.
  std::chrono::milliseconds queue_time{500};
  /// A peer that ends its side may have gone, or may only have nothing more to ask. So long after
  /// that its request may go on; then it is dropped where it waits, and told to stop where it runs.
  /// A reset counts at once.
  std::chrono::milliseconds hang_up_grace{100};
};

struct Options {
  std::string address = "127.0.0.1"; ///< IPv4 or IPv6 literal
  std::uint16_t port = 8080;         ///< 0 takes a free one
  std::filesystem::path socket; ///< of a Unix domain socket instead of both; empty = none. Of those
                                ///< who may connect, all are one address
  int inherited = -1; ///< a socket that listens, in place of all three; -1 = none. Is closed by the
                      ///< server, and stays open wherever else it is
  std::size_t threads = 0; ///< workers that run the handler; 0 = one a core
  /// Origins that may read answers from a page (`https://example.org`), or `*`.
  std::vector<std::string> cors_origins;
  Limits limits;
  /// Addresses and networks (`10.0.0.0/8`) of proxies, whose word on who asks is taken: see
  /// client_address().
  std::vector<std::string> trusted_proxies;
  /// Requests a second that one address may send on average, see RateLimit; one more is 429. 0 =
  /// any number. What is_quick is neither counted nor refused.
  double rate = 0;
  /// Whether a request is answered without waiting for a worker, on the thread that serves the
  /// connections: for what takes some microseconds and is asked to see whether the server is well.
  /// Empty = none.
  std::function<bool(Request const&)> is_quick;
  OnAnswered on_answered; ///< may be empty
  Log log;                ///< exceptions of the handler, failures to accept; may be empty
};

/// An HTTP/1.1 server (RFC 9110, RFC 9112): one thread for the connections,
/// `threads` workers for the handler and one more for the peers none of whose
/// requests is being answered. Peers (addresses, of IPv6 the first 64 bits)
/// take turns, and have limits. It answers GET, HEAD, POST and, by itself, OPTIONS. start()
/// once; the rest may be called from any thread but the server's own.
class Server {
public:
  Server(Options options, Handler handler, ErrorPage error_page);
  ~Server(); ///< drains, without patience, if that has not been done
  Server(Server const&) = delete;
  Server& operator=(Server const&) = delete;

  /// Listens and answers in the background; no thread runs before. Throws
  /// std::system_error when the address cannot be had; the message names it.
  void start();

  /// What goes on now.
  struct Load {
    std::size_t connections = 0;
    std::size_t in_flight = 0; ///< requests whose answer is being made or sent
    std::size_t waiting = 0;   ///< of these, such as wait for a thread
  };
  [[nodiscard]] Load load() const;

  /// The port listened on, once started.
  [[nodiscard]] std::uint16_t port() const;

  /// Takes no new connections, closes idle ones, and lets requests that have
  /// begun be answered with `Connection: close`; a connection that has had no
  /// request yet has half a second for one. What is open after `patience`
  /// is closed, what waits for a worker is dropped, and what runs is told to
  /// stop (Request::stop). Returns when all threads have ended; a handler that
  /// is running is waited for, however long it takes.
  void drain(std::chrono::milliseconds patience);

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace recap::http
