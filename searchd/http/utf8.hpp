// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace recap::http {

/// Offset of the first byte that is not well-formed UTF-8 (Unicode, table 3-7: no overlong forms,
/// no surrogates, up to U+10FFFF); npos if there is none. For a truncated sequence, its beginning.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

} // namespace recap::http
