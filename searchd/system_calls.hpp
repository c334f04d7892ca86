// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

namespace recap {

/// Whether a process will have to connect to others.
enum class NewSockets : std::uint8_t { refused, allowed };

/// Has the kernel refuse, with EPERM, what this process has no use for once it serves: to run
/// programs, to look into or change others, mounts, namespaces, modules and programs of the kernel,
/// and new sockets where they are `refused`. For all threads, and for good. False where the kernel
/// has no seccomp; then nothing has changed. Throws std::system_error.
[[nodiscard]] bool give_up_system_calls(NewSockets sockets);

} // namespace recap
