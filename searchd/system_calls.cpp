// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/system_calls.hpp"

#include <seccomp.h>

#include <sched.h>

#include <cerrno>
#include <memory>
#include <string_view>
#include <system_error>
#include <type_traits>

namespace recap {
namespace {

/// By name, because kernels and architectures differ. A list of allowed calls would break with each
/// version of the C library or SQLite, which choose their calls.
constexpr char const* refused[] = {
    // programs
    "execve",
    "execveat",
    // other processes
    "ptrace",
    "process_vm_readv",
    "process_vm_writev",
    "process_madvise",
    "kcmp",
    "pidfd_getfd",
    // the kernel
    "bpf",
    "perf_event_open",
    "userfaultfd",
    "io_uring_setup",
    "init_module",
    "finit_module",
    "delete_module",
    "kexec_load",
    "kexec_file_load",
    "keyctl",
    "add_key",
    "request_key",
    "syslog",
    "personality",
    "quotactl",
    "acct",
    // mounts and namespaces
    "mount",
    "umount2",
    "mount_setattr",
    "move_mount",
    "open_tree",
    "fsopen",
    "fsconfig",
    "fsmount",
    "fspick",
    "pivot_root",
    "chroot",
    "unshare",
    "setns",
    "open_by_handle_at",
    "name_to_handle_at",
    // the machine
    "reboot",
    "swapon",
    "swapoff",
    "sethostname",
    "setdomainname",
    "settimeofday",
    "clock_settime",
    "clock_adjtime",
    "adjtimex",
    "iopl",
    "ioperm",
    // another user
    "setuid",
    "setgid",
    "setreuid",
    "setregid",
    "setresuid",
    "setresgid",
    "setgroups",
    "capset",
};

/// AddressSanitizer's leak checker stops the other threads with it.
#ifdef RECAP_SANITIZED
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif

struct Release {
  void operator()(scmp_filter_ctx filter) const { ::seccomp_release(filter); }
};
using Filter = std::unique_ptr<std::remove_pointer_t<scmp_filter_ctx>, Release>;

void check(int result, char const* what) {
  if (result < 0) throw std::system_error(-result, std::generic_category(), what);
}

void refuse(Filter const& filter, char const* name) {
  auto const call = ::seccomp_syscall_resolve_name(name);
  if (call == __NR_SCMP_ERROR) return;
  check(::seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), call, 0), name);
}

/// Allows clone() for threads. A filter cannot see the flags of clone3(), so that fails with
/// ENOSYS, and the C library falls back to clone().
void refuse_namespaces(Filter const& filter) {
  constexpr scmp_datum_t flags[] = {CLONE_NEWNS,  CLONE_NEWUTS, CLONE_NEWIPC,   CLONE_NEWUSER,
                                    CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWCGROUP};
  for (auto const flag : flags) {
    scmp_arg_cmp const has_flag{
        .arg = 0, .op = SCMP_CMP_MASKED_EQ, .datum_a = flag, .datum_b = flag};
    check(::seccomp_rule_add_array(filter.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                                   &has_flag),
          "clone");
  }
  check(::seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0), "clone3");
}

} // namespace

bool give_up_system_calls(NewSockets sockets) {
  if (::seccomp_api_get() < 2) return false; // threads cannot be restricted together
  Filter const filter(::seccomp_init(SCMP_ACT_ALLOW));
  if (!filter) return false;
  check(::seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1), "seccomp");
  for (auto const* const name : refused) {
    bool const is_needed = is_sanitized && name == std::string_view("ptrace");
    if (!is_needed) refuse(filter, name);
  }
  refuse_namespaces(filter);
  if (sockets == NewSockets::refused) {
    for (auto const* const name : {"socket", "connect", "bind", "listen"})
      refuse(filter, name);
  }
  auto const result = ::seccomp_load(filter.get());
  if (result == -EINVAL || result == -ENOSYS) return false;
  check(result, "seccomp");
  return true;
}

} // namespace recap
