// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recap::text {

/// One line: control characters and runs of white space become one space, none at the ends.
[[nodiscard]] std::string one_line(std::string_view text);

} // namespace recap::text
