// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace recap::web {

/// The interface language for an Accept-Language field (RFC 9110, section 12.5.4): `ko` if Korean
/// is preferred to English, else `en`. An invalid field counts as absent.
[[nodiscard]] std::string_view interface_language(std::string_view field);

} // namespace recap::web
