// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/operate/watch.hpp"

#include "tests/index/store_fixture.hpp"

#include <signal.h>
#include <unistd.h>

#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

using namespace recap;
namespace fs = std::filesystem;

namespace {

/// Watches a folder of its own. Each step is one run; the last one stops.
class Watched {
public:
  Watched() {
    fs::create_directory(place("content"));
    ::sigprocmask(SIG_BLOCK, nullptr, &before_);
    constexpr unsigned patience = 60; // seconds; a change that is missed ends the test
    ::alarm(patience);
  }
  ~Watched() {
    ::alarm(0);
    // The signal that ended watching is still pending.
    sigset_t stops{};
    ::sigemptyset(&stops);
    ::sigaddset(&stops, SIGINT);
    ::sigaddset(&stops, SIGTERM);
    timespec const none{};
    while (::sigtimedwait(&stops, nullptr, &none) > 0) {
    }
    ::sigprocmask(SIG_SETMASK, &before_, nullptr);
  }
  Watched(Watched const&) = delete;
  Watched& operator=(Watched const&) = delete;

  [[nodiscard]] fs::path place(std::string const& name) const { return folder_.path() / name; }
  void write(std::string const& name, std::string_view text = "x") const {
    index::write_file(place(name), text);
  }

  /// Number of runs.
  [[nodiscard]] std::size_t runs(std::vector<std::function<void()>> const& steps,
                                 std::string const& source = "content", int signal = SIGTERM) {
    std::size_t done = 0;
    indexer::watch({place(source).string()}, [&] {
      if (done < steps.size()) steps[done]();
      if (++done == steps.size()) ::raise(signal);
    });
    return done;
  }

private:
  tests::TemporaryFolder folder_;
  sigset_t before_{};
};

} // namespace

TEST_CASE("every kind of change to an article is followed by a run") {
  Watched watched;
  CHECK(watched.runs({
            [&] { watched.write("content/a.md"); },
            [&] { watched.write("content/a.md", "changed"); },
            [&] { fs::rename(watched.place("content/a.md"), watched.place("content/b.html")); },
            [&] { fs::rename(watched.place("content/b.html"), watched.place("b.html")); },
            [&] { fs::rename(watched.place("b.html"), watched.place("content/c.jsonl")); },
            [&] { fs::permissions(watched.place("content/c.jsonl"), fs::perms::owner_all); },
            [&] { fs::remove(watched.place("content/c.jsonl")); },
            [&] { watched.write("content/.recapignore"); },
            [] {},
        }) == 9);
}

TEST_CASE("a folder that is made during a run is watched from the next one on") {
  Watched watched;
  CHECK(watched.runs({
            [&] { fs::create_directories(watched.place("content/new")); },
            [&] { watched.write("content/new/a.md"); },
            [&] { fs::remove_all(watched.place("content/new")); },
            [] {},
        }) == 4);
}

TEST_CASE("a file that is named is watched, also if it is not there yet") {
  Watched watched;
  CHECK(watched.runs({
                         [&] { watched.write("content/a.md"); },
                         [&] {
                           watched.write("b");
                           fs::rename(watched.place("b"), watched.place("content/a.md"));
                         },
                         [] {},
                     },
                     "content/a.md") == 3);
}

TEST_CASE("a signal during a run ends watching after it") {
  for (int const signal : {SIGINT, SIGTERM}) {
    Watched watched;
    CHECK(watched.runs({[&] { watched.write("content/a.md"); }}, "content", signal) == 1);
  }
}
