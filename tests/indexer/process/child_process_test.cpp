// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/process/child_process.hpp"

#include "tests/catch.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>

using namespace recap::indexer;

namespace {

void echo(int descriptor) {
  for (std::string message; read_message(descriptor, message);)
    write_message(descriptor, message);
}

/// The next response; nothing if the child ends before.
std::optional<std::string> next_response(MessageLoop& loop, ChildProcess& child) {
  while (true) {
    if (auto message = child.receive()) return message;
    if (child.ended()) return std::nullopt;
    loop.exchange(true);
  }
}

} // namespace

TEST_CASE("messages of any size and any bytes return whole and in order") {
  MessageLoop loop;
  ChildProcess child(loop, echo);
  std::vector<std::string> sent{"", std::string("a\0b", 3)};
  for (char c = 'a'; c <= 'e'; ++c)
    sent.emplace_back(1'000'000, c);
  for (auto const& message : sent)
    child.send(message);
  for (auto const& message : sent) {
    auto const received = next_response(loop, child);
    CHECK((received && *received == message));
  }
  CHECK_FALSE(child.receive());
}

TEST_CASE("responses that a child sent before it was killed arrive, and then its signal") {
  MessageLoop loop;
  ChildProcess child(loop, [](int descriptor) {
    std::string message;
    static_cast<void>(read_message(descriptor, message));
    write_message(descriptor, "last");
    ::raise(SIGKILL);
  });
  child.send("go");
  CHECK(next_response(loop, child) == "last");
  CHECK_FALSE(next_response(loop, child));
  CHECK(child.signal() == SIGKILL);
}

TEST_CASE("a child that exits has no signal") {
  MessageLoop loop;
  ChildProcess child(loop, [](int /*descriptor*/) {});
  CHECK_FALSE(next_response(loop, child));
  CHECK(child.signal() == 0);
}

TEST_CASE("one child does not wait for another") {
  MessageLoop loop;
  ChildProcess silent(loop, [](int descriptor) {
    std::string message;
    while (read_message(descriptor, message)) {
    }
  });
  ChildProcess child(loop, echo);
  silent.send("no response");
  child.send("hello");
  CHECK(next_response(loop, child) == "hello");
}

TEST_CASE("a child has none of our open files") {
  int const file = ::open("/dev/null", O_RDONLY);
  REQUIRE(file >= 0);
  MessageLoop loop;
  ChildProcess child(loop, [file](int descriptor) {
    write_message(descriptor, ::fcntl(file, F_GETFD) < 0 ? "closed" : "open");
  });
  CHECK(next_response(loop, child) == "closed");
  ::close(file);
}
