// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace recap::index {

/// If a mapped file is truncated by another program, reading a page beyond its new end raises
/// SIGBUS, which would end the process. After this call such pages read as zeros instead, and are
/// counted. Readers must therefore tolerate any bytes, and discard what they computed from them.
/// Call it once, before starting other threads.
void survive_cut_files();

/// Number of pages found missing so far. Thread-safe.
[[nodiscard]] std::uint64_t missing_pages();

} // namespace recap::index
