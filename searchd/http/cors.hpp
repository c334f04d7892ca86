// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace recap::http {

/// Which pages may read our answers (Fetch Standard, CORS protocol). Immutable.
class Cors {
public:
  /// `origins` are compared byte for byte with what a browser sends in Origin;
  /// a `*` among them lets every page in. `request_headers` are the fields a
  /// preflight is granted.
  Cors(std::vector<std::string> origins, std::vector<std::string> const& request_headers);

  /// The fields of every answer. `origin` is empty where none was sent.
  [[nodiscard]] NameValues fields(std::string_view origin) const;

  /// What the answer to OPTIONS has beside them, be it a preflight or not.
  [[nodiscard]] NameValues preflight_fields(std::string_view origin) const;

private:
  [[nodiscard]] bool allowed(std::string_view origin) const;

  std::vector<std::string> origins_;
  std::string request_headers_;
  bool any_origin_;
};

} // namespace recap::http
