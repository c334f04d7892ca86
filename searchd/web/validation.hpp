// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/web/message.hpp"

#include <string>
#include <string_view>

namespace recap::web {

/// 64-bit FNV-1a, as hex: an ETag has to tell contents apart, not to withstand an attack.
[[nodiscard]] std::string fingerprint(std::string_view content);

/// `response` with a strong ETag of `version`, or a 304 for a request that has it already (RFC
/// 9110, section 13.1.2).
[[nodiscard]] Response validated(Response response, std::string_view version,
                                 Request const& request);

} // namespace recap::web
