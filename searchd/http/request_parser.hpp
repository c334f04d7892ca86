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

/// Longest chunk line or trailer section, in bytes. The buffer from which a parser is fed must be
/// larger.
inline constexpr std::size_t max_chunk_line_bytes = 4096;

/// A request, and the parts that concern only the connection.
struct Incoming {
  Request request;
  std::string origin; ///< the Origin field, empty if it is missing
  ForwardedFields forwarded;
  bool is_head = false;
  bool is_options = false;
  bool is_http_1_0 = false;
  bool keep_alive = false; ///< whether another request may follow on the connection
};

/// Parses the bytes of a connection into one request, or into the reason why it is rejected. Uses
/// Beast's parser and adds checks. Knows no sockets and no time. One per request.
class RequestParser {
public:
  enum class State {
    idle,     ///< no byte of a request has arrived
    head,     ///< the head has begun
    body,     ///< the head is complete, the body is not
    complete, ///< incoming() is complete
    refused,  ///< refusal() is the reason; incoming() is what was read before
  };

  explicit RequestParser(Limits const& limits);
  RequestParser(RequestParser&&) noexcept;
  ~RequestParser();

  /// Consumes bytes and returns their number. The rest must be passed again, with the bytes after
  /// it.
  std::size_t feed(std::string_view bytes);

  /// Rejects the request for a reason that is not in its bytes; the connection cannot continue
  /// after it.
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
