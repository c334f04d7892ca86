// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace recap::fuzz {

/// What a fuzz target does with untrusted bytes. It catches the exceptions that the code under test
/// documents. Any other exception ends the program, as does a finding of a sanitizer, and is a
/// fault.
void read(std::string_view bytes);

/// Ends the program if `holds` is false; `what` says what should have held.
void require(bool holds, char const* what);

} // namespace recap::fuzz
