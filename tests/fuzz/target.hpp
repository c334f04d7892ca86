// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace recap::fuzz {

/// What a fuzz target does with bytes that anybody may have made. It may throw what the code under
/// test says that it throws, and catches that; all else ends the program, as does what a sanitizer
/// finds, and is a fault.
void read(std::string_view bytes);

/// Ends the program where `holds` is false: `what` was to be so.
void require(bool holds, char const* what);

} // namespace recap::fuzz
