// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recap::metadata {

/// Decodes the character references of HTML in `text` (`&ldquo;`, `&#39;`) that end in a semicolon.
/// Keeps tags. The result may contain control characters, from `&#10;`.
[[nodiscard]] std::string decoded_references(std::string_view text);

} // namespace recap::metadata
