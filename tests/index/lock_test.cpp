// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/generation.hpp"

#include "tests/index/store_fixture.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

using namespace recap::index;
namespace fs = std::filesystem;

TEST_CASE_METHOD(StoreFixture, "the lock creates the folder") {
  Store const deep(temporary.path() / "a" / "b");
  Lock const lock(deep);
  CHECK(fs::is_regular_file(deep.folder() / "LOCK"));
}

TEST_CASE_METHOD(StoreFixture, "a second indexer is refused, naming the process that runs") {
  Lock const first(store);
  auto const error = error_of([&] { Lock const second(store); });
  CHECK(error.code() == ErrorCode::locked);
  CHECK(names(error, store.folder() / "LOCK"));
  CHECK(std::string(error.what()).find("process " + std::to_string(::getpid()) + ' ') !=
        std::string::npos);
}

TEST_CASE_METHOD(StoreFixture, "a lock of another program is respected") {
  fs::create_directories(store.folder());
  auto const file = store.folder() / "LOCK";
  std::string content = "4711\n";
  std::string holder = "process 4711 ";
  SECTION("that says who it is") {}
  SECTION("that does not") {
    content = "";
    holder = "another process";
  }
  write_file(file, content);
  int const descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(descriptor >= 0);
  REQUIRE(::flock(descriptor, LOCK_EX | LOCK_NB) == 0);
  auto const error = error_of([&] { Lock const lock(store); });
  CHECK(error.code() == ErrorCode::locked);
  CHECK(std::string(error.what()).find(holder) != std::string::npos);
  CHECK(content_of(file) == content);
  ::close(descriptor);
  Lock const now(store);
  CHECK(content_of(file) == std::to_string(::getpid()) + '\n');
}

TEST_CASE_METHOD(StoreFixture,
                 "the lock of a process that was killed is awaited from its children") {
  fs::create_directories(store.folder());
  auto const file = store.folder() / "LOCK";
  pid_t const killed = ::fork();
  if (killed == 0) ::_exit(0);
  REQUIRE(::waitpid(killed, nullptr, 0) == killed);
  write_file(file, std::to_string(killed) + '\n');
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  pid_t const child = ::fork();
  if (child == 0) {
    int const descriptor = ::open(file.c_str(), O_RDWR);
    // Who is refused the lock reads the file for its holder; a second try then has to succeed.
    int const reads = ::inotify_init1(IN_CLOEXEC);
    bool const is_locked = ::flock(descriptor, LOCK_EX) == 0 &&
                           ::inotify_add_watch(reads, file.c_str(), IN_ACCESS) >= 0 &&
                           ::write(ends[1], "x", 1) == 1;
    std::array<char, 512> event{};
    ::_exit(is_locked && ::read(reads, event.data(), event.size()) > 0 ? 0 : 1);
  }
  char byte = 0;
  REQUIRE(::read(ends[0], &byte, 1) == 1);
  CHECK_NOTHROW(Lock(store));
  ::kill(child, SIGKILL); // still there only when it was never refused
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(status == 0);
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_CASE_METHOD(StoreFixture, "the lock is released") {
  for (int i = 0; i < 3; ++i)
    CHECK_NOTHROW(Lock(store));
}

TEST_CASE_METHOD(StoreFixture, "a lock file that a dead process left does not lock") {
  fs::create_directories(store.folder());
  write_file(store.folder() / "LOCK", "99999999999999999999999999999999999999\n");
  CHECK_NOTHROW(Lock(store));
  CHECK(content_of(store.folder() / "LOCK") == std::to_string(::getpid()) + '\n');
}

TEST_CASE_METHOD(StoreFixture, "the lock removes what a killed indexer left, and nothing else") {
  publish();
  auto const draft = store.folder() / "gen-0002.draft";
  fs::create_directories(draft / "xapian");
  write_file(draft / "xapian" / "postlist.glass", "half");
  write_file(store.folder() / "CURRENT.new", "gen-0002\n");
  write_file(store.folder() / "notes.txt", "mine");
  Lock const lock(store);
  CHECK_FALSE(fs::exists(draft));
  CHECK_FALSE(fs::exists(store.folder() / "CURRENT.new"));
  CHECK(fs::exists(store.folder() / "notes.txt"));
  CHECK(store.open_current().generation == 1);
}

TEST_CASE_METHOD(StoreFixture, "an indexer without the lock removes nothing") {
  Lock const lock(store);
  NewGeneration const draft(store);
  fill(draft);
  CHECK(error_of([&] { Lock const second(store); }).code() == ErrorCode::locked);
  CHECK(fs::exists(draft.folder() / sources_name));
}

TEST_CASE_METHOD(StoreFixture, "readers need no lock") {
  publish();
  Lock const lock(store);
  CHECK(store.open_current().generation == 1);
}

TEST_CASE_METHOD(StoreFixture, "a folder that cannot be created is unwritable") {
  write_file(temporary.path() / "file", "not a folder");
  Store const below(temporary.path() / "file" / "db");
  auto const error = error_of([&] { Lock const lock(below); });
  CHECK(error.code() == ErrorCode::unwritable);
  CHECK(names(error, below.folder()));
}

TEST_CASE_METHOD(StoreFixture, "a lock file that cannot be opened is unwritable") {
  fs::create_directories(store.folder() / "LOCK");
  auto const error = error_of([&] { Lock const lock(store); });
  CHECK(error.code() == ErrorCode::unwritable);
  CHECK(names(error, store.folder() / "LOCK"));
}

TEST_CASE_METHOD(StoreFixture, "a folder without write permission is unwritable") {
  if (::geteuid() == 0) {
    WARN("skipped: root may write everywhere");
    return;
  }
  fs::create_directories(store.folder());
  fs::permissions(store.folder(), fs::perms::owner_read | fs::perms::owner_exec);
  auto const error = error_of([&] { Lock const lock(store); });
  fs::permissions(store.folder(), fs::perms::owner_all);
  CHECK(error.code() == ErrorCode::unwritable);
  CHECK(names(error, store.folder()));
}
