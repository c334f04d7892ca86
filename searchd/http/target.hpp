// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace recap::http {

/// Where a request points, decoded.
struct Target {
  std::string path;      ///< begins with `/`; dot segments are left as they are
  NameValues parameters; ///< a name without `=` has an empty value; empty pieces are left out
};

/// Reads a request target in origin-form or absolute-form (RFC 9112, sections
/// 3.2.1 and 3.2.2), of which a scheme `http` or `https` and a host are passed
/// over: path and query as in RFC 3986, where the query may also hold the characters
/// [ \ ] ^ ` { | } that browsers send as they are (URL Standard, query state).
/// Anything else is a 400 that says at which byte of the target (counted from
/// 1, where the path begins), among it a fragment, and text that does not decode to
/// UTF-8 or decodes to NUL.
[[nodiscard]] std::variant<Target, Refusal> parse_target(std::string_view target);

/// Whether `host` is a Host field as RFC 9110, section 7.2 has it:
/// `uri-host [":" port]`, or empty.
[[nodiscard]] bool valid_host(std::string_view host);

} // namespace recap::http
