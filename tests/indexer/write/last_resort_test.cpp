// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/last_resort.hpp"

#include "tests/catch.hpp"

#include <xapian.h>

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <exception>
#include <optional>
#include <stdexcept>

using namespace recap::indexer;

namespace {

/// Throws where no handler can catch it.
template <typename Thrown>
void throw_past_handlers(Thrown const& thrown) {
  auto const act = [&]() noexcept { std::rethrow_exception(std::make_exception_ptr(thrown)); };
  act();
}

struct Ended {
  int status = 0;
  std::string reason;
};

/// Runs `act` in another process under a LastResort.
template <typename Act>
Ended end_of(Act const& act) {
  std::array<int, 2> pipe{};
  REQUIRE(::pipe(pipe.data()) == 0);
  pid_t const child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    std::signal(SIGABRT, SIG_DFL); // Catch2 reports it as a failure of this test
    std::optional<LastResort> last_resort;
    last_resort.emplace([&](std::string const& reason) {
      static_cast<void>(::write(pipe[1], reason.data(), reason.size()));
    });
    act(last_resort);
    ::_exit(0);
  }
  ::close(pipe[1]);
  Ended ended;
  std::array<char, 256> buffer{};
  for (ssize_t got = 0; (got = ::read(pipe[0], buffer.data(), buffer.size())) > 0;)
    ended.reason.append(buffer.data(), static_cast<std::size_t>(got));
  ::close(pipe[0]);
  REQUIRE(::waitpid(child, &ended.status, 0) == child);
  return ended;
}

} // namespace

TEST_CASE("an exception that nothing can catch is reported, and ends the process with status 2") {
  auto const ended =
      end_of([](auto&) { throw_past_handlers(std::runtime_error("the disk is full")); });
  CHECK(WIFEXITED(ended.status));
  CHECK(WEXITSTATUS(ended.status) == 2);
  CHECK(ended.reason == "the disk is full");
}

TEST_CASE("an exception of Xapian is reported, although it is not a std::exception") {
  auto const ended =
      end_of([](auto&) { throw_past_handlers(Xapian::DatabaseError("cannot write")); });
  CHECK(WEXITSTATUS(ended.status) == 2);
  CHECK(ended.reason.starts_with("cannot write"));
}

TEST_CASE("without a last resort an uncaught exception aborts") {
  auto const ended = end_of([](auto& last_resort) {
    last_resort.reset();
    throw_past_handlers(std::runtime_error("uncaught"));
  });
  CHECK(WIFSIGNALED(ended.status));
  CHECK(WTERMSIG(ended.status) == SIGABRT);
  CHECK(ended.reason.empty());
}
