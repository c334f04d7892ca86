// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/system_calls.hpp"
#include "tests/catch.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <functional>
#include <string>
#include <thread>

using recap::NewSockets;

namespace {

constexpr int no_seccomp = 77;

/// The result of `act` in a child process that gave up system calls while another thread ran. A
/// child, because giving them up is permanent.
int in_child(NewSockets sockets, std::function<int()> const& act) {
  auto const child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::atomic<bool> has_given_up = false;
    std::atomic<int> of_other = 0;
    std::thread other([&] {
      while (!has_given_up)
        std::this_thread::yield();
      of_other = act();
    });
    bool const is_done = recap::give_up_system_calls(sockets);
    has_given_up = true;
    other.join();
    std::thread([] {}).join(); // threads can still be made
    ::_exit(!is_done ? no_seccomp : of_other != 0 ? of_other.load() : act());
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status);
}

/// 0 if `call` was refused.
int is_refused(std::function<long()> const& call) {
  errno = 0;
  return call() == -1 && errno == EPERM ? 0 : 1;
}

int try_all_that_is_refused() {
  return is_refused([] { return ::execl("/bin/true", "true", nullptr); }) +
         is_refused([] { return ::unshare(CLONE_NEWUSER); }) +
         is_refused([] { return ::mount("a", "/nowhere", "tmpfs", 0, nullptr); }) +
         is_refused([] { return ::chroot("/"); }) + is_refused([] { return ::setuid(::getuid()); });
}

void check(NewSockets sockets, std::function<int()> const& act) {
  auto const result = in_child(sockets, act);
  if (result == no_seccomp) {
    WARN("*** SKIPPED: this kernel has no seccomp ***");
    return;
  }
  CHECK(result == 0);
}

} // namespace

TEST_CASE("programs, namespaces, mounts and other users are out of reach of all threads") {
  check(NewSockets::allowed, try_all_that_is_refused);
}

TEST_CASE("new sockets are refused if they are not needed") {
  auto const make = [] { return static_cast<long>(::socket(AF_INET, SOCK_STREAM, 0)); };
  check(NewSockets::refused, [&] { return is_refused(make); });
  check(NewSockets::allowed, [&] { return 1 - is_refused(make); });
}

TEST_CASE("files can still be read") {
  check(NewSockets::refused, [] { return ::open("/dev/null", O_RDONLY | O_CLOEXEC) < 0 ? 1 : 0; });
}
