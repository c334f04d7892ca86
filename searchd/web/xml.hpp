// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace recap::web {

/// `document` without the characters that XML 1.0 cannot represent (section 2.2): control
/// characters, U+FFFE and U+FFFF. `document` must be UTF-8.
[[nodiscard]] std::string without_forbidden(std::string document);

} // namespace recap::web
