// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::http {

/// `written` as browsers send it in Origin (RFC 6454): scheme and host in lower case, without a
/// slash behind it and the port that the scheme has anyway; `*` and `null` as they are. Nothing for
/// what no browser sends: no scheme, a path, a user, a `*` in the host, letters beyond ASCII (which
/// go as `xn--`).
[[nodiscard]] std::optional<std::string> origin_named(std::string_view written);

/// Which pages may read our answers (Fetch Standard, CORS protocol). Immutable.
class Cors {
public:
  /// `origins` are compared byte for byte with what a browser sends in Origin;
  /// a `*` among them lets every page in.
  explicit Cors(std::vector<std::string> origins);

  /// The fields of every answer. `origin` is empty where none was sent.
  [[nodiscard]] NameValues fields(std::string_view origin) const;

  /// What the answer to OPTIONS has beside them, be it a preflight or not. A page may send any
  /// field (`traceparent`), as a program that is no browser may.
  [[nodiscard]] NameValues preflight_fields(std::string_view origin) const;

private:
  [[nodiscard]] bool allowed(std::string_view origin) const;

  std::vector<std::string> origins_;
  bool any_origin_;
};

} // namespace recap::http
