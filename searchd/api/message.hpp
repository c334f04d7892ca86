// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recap::insights {
struct Asked;
}

namespace recap::api {

using NameValues = std::vector<std::pair<std::string, std::string>>;

/// A request, independent of the transport.
struct Request {
  std::string method;          ///< `GET` (also for HEAD), `POST`, ...
  std::string path;            ///< decoded
  NameValues parameters;       ///< decoded, in order
  std::string if_none_match;   ///< field value, may be empty
  std::string body;            ///< any bytes; empty for GET
  std::string content_type;    ///< field value, may be empty
  std::string authorization;   ///< field value, may be empty
  NameValues extension_fields; ///< header fields named `x-...`, names in lower case
  std::string reader;   ///< identifies the reader, for insights; empty: the search does not count
  std::stop_token stop; ///< requested when nobody waits for the response any more
};

struct Response {
  unsigned status = 200;
  std::string content_type = "application/json";
  std::string body = {};
  NameValues headers = {};
  /// The route, for statistics: a literal, or empty.
  std::string_view route = {};
  /// What was recorded of it in the insights; null = nothing.
  std::shared_ptr<insights::Asked const> asked = {};
};

} // namespace recap::api
