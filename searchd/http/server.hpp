// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace recap::http {

/// What a peer may cost us. Each limit has its answer, none closes a
/// connection without words while the peer still listens.
struct Limits {
  /// Request line and fields together, in bytes; more is 431 (RFC 6585, section 5).
  std::size_t header_bytes = 16 * 1024;
  /// Body in bytes; more is 413.
  std::size_t body_bytes = 1024 * 1024;
  /// From the first byte waited for to the whole request; slower is 408, or a
  /// silent close where not one byte of a request has come.
  std::chrono::milliseconds read_timeout{10'000};
  /// For the peer to take an answer.
  std::chrono::milliseconds write_timeout{10'000};
  /// Connections open at once; one more is answered 503 and closed.
  std::size_t connections = 1024;
  /// Requests waiting for a worker; one more is 503 with Retry-After.
  std::size_t queued_requests = 256;
};

struct Options {
  std::string address = "127.0.0.1"; ///< IPv4 or IPv6 literal
  std::uint16_t port = 8080;         ///< 0 takes a free one
  std::size_t threads = 0;           ///< workers that run the handler; 0 = one a core
  /// Origins that may read answers from a page (`https://example.org`), or `*`.
  std::vector<std::string> cors_origins;
  Limits limits;
};

/// An HTTP/1.1 server: one thread for the connections, `threads` workers for
/// the handler. start() once; the rest may be called from any thread.
class Server {
public:
  Server(Options options, Handler handler, ErrorPage error_page);
  ~Server(); ///< drains if that has not been done
  Server(Server const&) = delete;
  Server& operator=(Server const&) = delete;

  /// Listens and answers in the background. Throws std::system_error when the
  /// address cannot be had; the message names it.
  void start();

  /// The port listened on, once started.
  [[nodiscard]] std::uint16_t port() const;

  /// Takes no new connections, lets requests that have begun finish within
  /// `patience`, closes idle connections, and returns when all is done.
  void drain(std::chrono::milliseconds patience);

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace recap::http
