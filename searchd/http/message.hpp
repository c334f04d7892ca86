// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recap::http {

using NameValues = std::vector<std::pair<std::string, std::string>>;

/// The supported methods, for Allow and CORS preflights. The server handles HEAD and OPTIONS
/// itself; the handler decides which path takes which method.
inline constexpr std::string_view allowed_methods = "GET, HEAD, POST, OPTIONS";

/// A request for a handler: parsed, decoded and within the limits.
struct Request {
  std::string method;       ///< `GET` or `POST`; HEAD arrives as `GET`, OPTIONS never arrives
  std::string path;         ///< percent-decoded, UTF-8 without NUL, begins with `/`, not normalised
  NameValues parameters;    ///< of the query, in order, decoded, UTF-8 without NUL, `+` is a space
  std::string target;       ///< the request target as sent: printable ASCII
  std::string body;         ///< complete, any bytes; empty if there is none
  std::string content_type; ///< as sent, may be empty
  std::string if_none_match;   ///< as sent, may be empty
  NameValues extension_fields; ///< those named `x-...`, names in lower case, values as sent
  std::string accept;          ///< as sent, may be empty
  std::string accept_encoding; ///< as sent, may be empty
  std::string accept_language; ///< as sent, may be empty
  std::string host;            ///< as sent: a host with or without a port; may be empty
  std::string authorization;   ///< as sent, may be empty
  std::string client;          ///< its client's name, see client_name(); empty for quick requests
  std::string id;              ///< see RequestIds
  std::stop_token
      stop; ///< asked to stop when the peer has gone, or the server ends without patience
};

/// A handler's response. The server adds Date, Server, Content-Length, Connection,
/// X-Content-Type-Options and the CORS fields. A response to HEAD has only the fields; 204 and 304
/// have no body and content type.
struct Response {
  unsigned status = 200; ///< 200 to 599
  std::string content_type = "application/json";
  std::string body = {};
  NameValues headers = {}; ///< further fields, for example ETag; not those that the server adds
};

/// Called on worker threads, concurrently. An exception, or a Response that cannot be sent (a
/// status outside 200 to 599, a field with a line break), becomes a 500 from the ErrorPage, and a
/// line in the log.
using Handler = std::function<Response(Request const&)>;

/// Why a request does not reach the handler.
struct Refusal {
  unsigned status = 400;
  std::string detail; ///< one sentence for a person, without the peer's bytes in it
  NameValues headers; ///< fields that the status asks for, for example Allow
  /// The limit that was exceeded, if the status does not say: `rate`, `connections`,
  /// `address_connections`, `queue`; a literal.
  std::string_view reason = {};
};

/// Makes the response to a request that does not reach the handler, because it is unreadable,
/// exceeds a limit, or meets an overloaded server. `request` has what could be read, and its id.
/// The response may have another status than the one proposed; the server adds the fields of the
/// refusal. Called on any thread of the server, concurrently; must be quick.
using ErrorPage = std::function<Response(Refusal const& refusal, Request const& request)>;

/// A request that was answered. Views are valid during the call.
struct Answered {
  std::string_view client; ///< as Request::client, also of quick requests; empty = not an address
  std::string_view method; ///< as sent; empty if it could not be read
  std::string_view target; ///< as sent; empty if it could not be read
  std::string_view id;
  unsigned status = 0;
  std::size_t body_bytes = 0;        ///< sent
  std::chrono::microseconds took{0}; ///< from the end of the request to the end of the response
};

/// Called on the thread that serves the connections; must not wait.
using OnAnswered = std::function<void(Answered const& answered)>;

/// Writes a line to the log. Called on any thread of the server, concurrently.
using Log = std::function<void(std::string const& line)>;

} // namespace recap::http
