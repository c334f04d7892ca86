// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace recap::http {

/// Position of the first byte that does not belong to well-formed UTF-8
/// (Unicode, table 3-7: no overlong forms, no surrogates, up to U+10FFFF);
/// npos where all do. A sequence cut short is at fault where it begins.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

} // namespace recap::http
