// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recap::metadata {

/// `text` with its character references (`&ldquo;`, `&#39;`) decoded, by HTML's table, if they end
/// in a semicolon. Tags are kept, and so may be control characters from `&#10;`.
[[nodiscard]] std::string decoded_references(std::string_view text);

} // namespace recap::metadata
