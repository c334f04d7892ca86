// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace recap::http {

/// Whether the connection stays open after a response, and what the Connection field says.
enum class Persistence {
  keep,           ///< HTTP/1.1 stays open by default
  keep_announced, ///< HTTP/1.0 needs `keep-alive`
  close,
};

/// Whether a response with this status has a body and the fields about it (RFC 9110, section
/// 6.4.1).
[[nodiscard]] bool carries_body(unsigned status);

/// Why `response` cannot be sent, for the log; nullopt if it can.
[[nodiscard]] std::optional<std::string> sending_fault(Response const& response);

/// Status line and fields, including the empty line. `response` must have no sending_fault();
/// `more_fields` follow its own.
[[nodiscard]] std::string render_head(Response const& response, NameValues const& more_fields,
                                      Persistence persistence, std::chrono::sys_seconds now);

/// The format of the Date field: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
[[nodiscard]] std::string http_date(std::chrono::sys_seconds time);

} // namespace recap::http
