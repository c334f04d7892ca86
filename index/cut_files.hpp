// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace recap::index {

/// Reading a mapped file behind the end that somebody has cut it to ends the program (SIGBUS). From
/// now on, in the whole program, such a page reads as zeros instead, and is counted: whoever reads
/// has to be ready for any bytes, and to throw away what came of it. Once, before other threads
/// run.
void survive_cut_files();

/// Pages that were found missing so far. Any thread may call it.
[[nodiscard]] std::uint64_t missing_pages();

} // namespace recap::index
