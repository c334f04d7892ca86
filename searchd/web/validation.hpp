// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/web/message.hpp"

#include <string>
#include <string_view>

namespace recap::web {

/// 64-bit FNV-1a, in hex. An ETag must distinguish contents, not withstand an attack.
[[nodiscard]] std::string fingerprint(std::string_view content);

/// Adds a strong ETag of `version` to `response`, or returns a 304 if the request has that ETag
/// (RFC 9110, section 13.1.2).
[[nodiscard]] Response validated(Response response, std::string_view version,
                                 Request const& request);

} // namespace recap::web
