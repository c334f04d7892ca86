// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace recap {

/// Whether the process may still open sockets.
enum class NewSockets : std::uint8_t { refused, allowed };

/// Makes the kernel refuse, with EPERM, the system calls that a serving daemon does not need:
/// running programs, inspecting or changing other processes, mounts, namespaces, kernel modules and
/// BPF, and new sockets if `refused`. Applies to all threads, for good. Returns false, changing
/// nothing, if the kernel has no seccomp. Throws std::system_error.
[[nodiscard]] bool give_up_system_calls(NewSockets sockets);

} // namespace recap
