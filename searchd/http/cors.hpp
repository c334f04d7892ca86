// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::http {

/// `written` as browsers send it in Origin (RFC 6454): scheme and host in lower case, without a
/// trailing slash and the default port; `*` and `null` unchanged. nullopt for what no browser
/// sends: no scheme, a path, a user, a `*` in the host, or letters beyond ASCII (which are sent as
/// `xn--`).
[[nodiscard]] std::optional<std::string> origin_named(std::string_view written);

/// Which pages may read responses (Fetch Standard, CORS protocol). Immutable.
class Cors {
public:
  /// `origins` are compared byte by byte with the Origin field; a `*` among them allows every page.
  explicit Cors(std::vector<std::string> origins);

  /// The fields of every response. `origin` is empty if the request has none.
  [[nodiscard]] NameValues fields(std::string_view origin) const;

  /// Further fields of the response to OPTIONS, whether it is a preflight or not. A page may send
  /// any field (`traceparent`), as any other client may.
  [[nodiscard]] NameValues preflight_fields(std::string_view origin) const;

private:
  [[nodiscard]] bool allowed(std::string_view origin) const;

  std::vector<std::string> origins_;
  bool any_origin_;
};

} // namespace recap::http
