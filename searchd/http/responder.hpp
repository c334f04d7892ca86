// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace recap::http {

/// Calls the functions that the program passed to the server, so that the result is always a
/// Response that can be sent. Immutable; thread-safe.
class Responder {
public:
  Responder(Handler handler, ErrorPage error_page, Log log);

  /// The handler's response, or a 500 and a line in the log.
  [[nodiscard]] Response answer(Request const& request) const;

  /// The response to a request that does not reach the handler; `request` as for an ErrorPage.
  [[nodiscard]] Response refuse(Refusal refusal, Request const& request) const;

  /// A 503 with Retry-After; `detail` says which limit was exceeded, `reason` as in Refusal.
  [[nodiscard]] Response overloaded(std::string detail, std::string_view reason,
                                    Request const& request) const;

  /// A 429 with a Retry-After of `wait`; `detail` says which limit the client exceeded.
  [[nodiscard]] Response too_much(std::string detail, std::string_view reason,
                                  std::chrono::seconds wait, Request const& request) const;

  /// Gives `line` to the log, if there is one. Never throws.
  void log(std::string const& line) const noexcept;

private:
  Handler handler_;
  ErrorPage error_page_;
  Log log_;
};

} // namespace recap::http
