// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/http/message.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace recap::http {

/// The decoded target of a request.
struct Target {
  std::string path;      ///< begins with `/`; dot segments are left as they are
  NameValues parameters; ///< a name without `=` has an empty value; empty parts are ignored
};

/// Parses a request target in origin-form or absolute-form (RFC 9112, sections 3.2.1 and 3.2.2),
/// ignoring a scheme `http` or `https` and a host. Path and query are as in RFC 3986; the query may
/// also contain the characters [ \ ] ^ ` { | }, which browsers send unencoded (URL Standard, query
/// state). Anything else, such as a fragment or text that does not decode to UTF-8 or decodes to
/// NUL, is a 400 with the byte of the target (counted from 1 at the beginning of the path).
[[nodiscard]] std::variant<Target, Refusal> parse_target(std::string_view target);

/// Whether `host` is a valid Host field (RFC 9110, section 7.2): `uri-host [":" port]`, or empty.
[[nodiscard]] bool valid_host(std::string_view host);

} // namespace recap::http
