// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace recap::http {

using NameValues = std::vector<std::pair<std::string, std::string>>;

/// What a handler sees of a request: already parsed, decoded and within the limits.
struct Request {
  std::string method;        ///< upper case as sent; HEAD arrives as `GET`, OPTIONS never arrives
  std::string path;          ///< percent-decoded, valid UTF-8, begins with `/`, without the query
  NameValues parameters;     ///< of the query, in order, percent-decoded, `+` is a space
  std::string target;        ///< the request target as sent
  std::string body;          ///< whole; empty where there is none
  std::string content_type;  ///< as sent, may be empty
  std::string if_none_match; ///< as sent, may be empty
};

/// What a handler answers. The server adds Date, Server, Content-Length,
/// Connection and the CORS fields; a HEAD request gets the fields only.
struct Response {
  unsigned status = 200;
  std::string content_type = "application/json";
  std::string body;
  NameValues headers; ///< further fields, for example ETag
};

/// Called on a worker thread, on several at once. An exception that leaves it
/// becomes a 500 made by the ErrorPage, and a line in the log.
using Handler = std::function<Response(Request const&)>;

/// Makes the answer to what never reached the handler: unreadable requests,
/// limits, overload. `detail` is one sentence for a person.
using ErrorPage = std::function<Response(unsigned status, std::string detail)>;

} // namespace recap::http
