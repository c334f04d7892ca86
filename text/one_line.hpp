// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recap::text {

/// `text` on one line: control characters and runs of white space become one space, and are removed
/// at both ends.
[[nodiscard]] std::string one_line(std::string_view text);

} // namespace recap::text
