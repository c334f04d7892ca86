// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace recap::web {

/// The language of the interface for an Accept-Language field (RFC 9110, section
/// 12.5.4): `ko` where Korean is wanted more than English, else `en`. A field that cannot be
/// read counts as absent.
[[nodiscard]] std::string_view interface_language(std::string_view field);

} // namespace recap::web
