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

  /// The answer to what does not reach the handler; `request` as for an ErrorPage.
  [[nodiscard]] Response refuse(Refusal refusal, Request const& request) const;

  /// A 503 that asks to come back; `detail` says what there is too much of, `reason` as in Refusal.
  [[nodiscard]] Response overloaded(std::string detail, std::string_view reason,
                                    Request const& request) const;

  /// A 429 that asks to come back after `wait`; `detail` says what the client does too much of.
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
