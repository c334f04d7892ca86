// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace recap::http {

/// What becomes of the connection after an answer, as its Connection field says.
enum class Persistence {
  keep,           ///< HTTP/1.1 stays open unless told otherwise
  keep_announced, ///< HTTP/1.0 has to be told
  close,
};

/// Whether an answer of this status has a body and the fields about one (RFC
/// 9110, section 6.4.1).
[[nodiscard]] bool carries_body(unsigned status);

/// What makes `response` impossible to send, for the log; none where it can be.
[[nodiscard]] std::optional<std::string> sending_fault(Response const& response);

/// Status line and fields, up to and with the empty line. `response` has no
/// sending_fault(); `more_fields` follow its own.
[[nodiscard]] std::string render_head(Response const& response, NameValues const& more_fields,
                                      Persistence persistence, std::chrono::sys_seconds now);

/// As in the Date field: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
[[nodiscard]] std::string http_date(std::chrono::sys_seconds time);

} // namespace recap::http
