// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recap::metadata {

/// `text` with its character references (`&ldquo;`, `&#39;`) decoded, by HTML's table, where a
/// semicolon closes them. Tags stay, and so may control characters of `&#10;`.
[[nodiscard]] std::string decoded_references(std::string_view text);

} // namespace recap::metadata
