// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/cut_files.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace recap::index {
namespace {

/// Global, because a signal handler receives no context of ours.
std::atomic<std::uint64_t> missing = 0;
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

/// Calls nothing but the kernel.
extern "C" void replace_missing_page(int /*signal*/, siginfo_t* fault, void* /*context*/) {
  int const kept_errno = errno;
  auto const size = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  auto const address = reinterpret_cast<std::uintptr_t>(fault->si_addr);
  auto* const page = reinterpret_cast<void*>(address / size * size);
  // Counted before it is mapped, so that no other thread reads zeros that are not yet counted.
  ++missing;
  bool const is_cut = fault->si_code == BUS_ADRERR;
  constexpr int zeros = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED;
  if (!is_cut || ::mmap(page, size, PROT_READ | PROT_WRITE, zeros, -1, 0) == MAP_FAILED)
    std::signal(SIGBUS, SIG_DFL); // the access is repeated, and ends the process
  errno = kept_errno;
}

} // namespace

void survive_cut_files() {
  struct sigaction action{};
  action.sa_flags = SA_SIGINFO;
  action.sa_sigaction = replace_missing_page;
  if (::sigaction(SIGBUS, &action, nullptr) != 0)
    throw std::system_error(errno, std::generic_category(), "sigaction");
}

std::uint64_t missing_pages() {
  return missing;
}

} // namespace recap::index
