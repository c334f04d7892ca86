// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/forwarded.hpp"
#include "searchd/http/message.hpp"
#include "searchd/http/server.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace recap::http {

/// The longest chunk line or trailer section taken, in bytes. The buffer from
/// which a parser is fed has to hold more than this.
inline constexpr std::size_t max_chunk_line_bytes = 4096;

/// A request, and what of it concerns the connection only.
struct Incoming {
  Request request;
  std::string origin; ///< the Origin field, empty where there was none
  ForwardedFields forwarded;
  bool is_head = false;
  bool is_options = false;
  bool is_http_1_0 = false;
  bool keep_alive = false; ///< whether another request may follow on the connection
};

/// Turns the bytes of a connection into one request, or into the reason why
/// they are none. Stands on Beast's parser and adds what that one lets pass.
/// Knows no socket and no time. One for each request.
class RequestParser {
public:
  enum class State {
    idle,     ///< nothing of a request has come
    head,     ///< the head has begun
    body,     ///< the head is read, the body wanted
    complete, ///< incoming() is a whole request
    refused,  ///< refusal() says why; incoming() is what could be read before
  };

  explicit RequestParser(Limits const& limits);
  RequestParser(RequestParser&&) noexcept;
  ~RequestParser();

  /// Takes bytes that have come; gives how many it is done with. The rest is to
  /// be offered again, with what comes after it.
  std::size_t feed(std::string_view bytes);

  /// Refuses the request for a reason that the bytes do not show; the
  /// connection cannot go on after it.
  void refuse(Refusal refusal);

  [[nodiscard]] State state() const;
  /// Whether the peer sends the body only after a 100 (Continue).
  [[nodiscard]] bool expects_continue() const;
  [[nodiscard]] Incoming& incoming();
  [[nodiscard]] Refusal const& refusal() const;

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace recap::http
