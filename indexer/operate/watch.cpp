// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/operate/watch.hpp"

#include "indexer/formats/format.hpp"
#include "indexer/sources/source_list.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace recap::indexer {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto quiet_time = 150ms;
constexpr auto longest_wait = 700ms;

constexpr std::uint32_t events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                 IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF;

[[noreturn]] void fail(std::string const& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// Owns a descriptor.
class Descriptor {
public:
  Descriptor(int number, char const* what)
      : number_(number) {
    if (number < 0) fail(what);
  }
  ~Descriptor() { ::close(number_); }
  Descriptor(Descriptor const&) = delete;
  Descriptor& operator=(Descriptor const&) = delete;
  operator int() const { return number_; }

private:
  int number_;
};

sigset_t stop_signals() {
  sigset_t set{};
  ::sigemptyset(&set);
  ::sigaddset(&set, SIGINT);
  ::sigaddset(&set, SIGTERM);
  // Blocked signals wait until the current run ends, and are then read like a file.
  ::sigprocmask(SIG_BLOCK, &set, nullptr);
  return set;
}

class Watcher {
public:
  explicit Watcher(std::vector<std::string> const& sources)
      : sources_(sources)
      , signals_(stop_signals())
      , stop_(::signalfd(-1, &signals_, SFD_CLOEXEC | SFD_NONBLOCK), "signalfd")
      , changes_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK), "inotify") {}

  /// Also watches folders created since the last call.
  void add_folders() {
    for (auto const& source : sources_) {
      std::error_code error;
      if (!fs::is_directory(source, error)) {
        auto const folder = fs::path(source).parent_path();
        add(folder.empty() ? "." : folder);
        continue;
      }
      add(source);
      auto const skip = fs::directory_options::skip_permission_denied;
      for (fs::recursive_directory_iterator at(source, skip, error), end; !error && at != end;
           at.increment(error)) {
        if (!at->is_directory(error)) continue;
        bool const hidden = at->path().filename().native().starts_with('.');
        if (hidden) {
          at.disable_recursion_pending();
        } else {
          add(at->path());
        }
      }
    }
  }

  /// Waits for a change, and for the burst around it to end; returns false to stop.
  bool wait() {
    while (true) {
      if (!poll(-1)) return false;
      if (read_changes()) break;
    }
    auto const begun = Clock::now();
    for (auto last = begun;
         Clock::now() - last < quiet_time && Clock::now() - begun < longest_wait;) {
      if (!poll(static_cast<int>(std::chrono::milliseconds(quiet_time).count()))) return false;
      if (read_changes()) last = Clock::now();
    }
    return true;
  }

private:
  void add(fs::path const& folder) {
    if (::inotify_add_watch(changes_, folder.c_str(), events) >= 0) return;
    if (errno == ENOSPC)
      fail(folder.string() + ": too many folders to watch; raise fs.inotify.max_user_watches");
    // The folder has gone, or cannot be read; the run reports it.
  }

  [[nodiscard]] bool poll(int milliseconds) const {
    std::array<pollfd, 2> waiting{{{stop_, POLLIN, 0}, {changes_, POLLIN, 0}}};
    while (::poll(waiting.data(), waiting.size(), milliseconds) < 0 && errno == EINTR) {
    }
    return waiting[0].revents == 0;
  }

  static bool is_change(inotify_event const& event) {
    if ((event.mask & (IN_Q_OVERFLOW | IN_DELETE_SELF)) != 0) return true;
    std::string const name = event.len > 0 ? event.name : "";
    if (name == ".recapignore") return true;
    bool const temporary = name.starts_with('.') || name.starts_with('#') || name.ends_with('~');
    bool const folder = (event.mask & IN_ISDIR) != 0;
    // A new file is still empty; its close is reported as well.
    bool const only_created = (event.mask & IN_CREATE) != 0 && !folder;
    return !temporary && !only_created && (folder || format_of(name) != nullptr);
  }

  /// Reads all pending events; returns true if one of them is a change.
  [[nodiscard]] bool read_changes() const {
    alignas(inotify_event) std::array<char, 64 * 1024> buffer{};
    bool any = false;
    for (ssize_t got = 0; (got = ::read(changes_, buffer.data(), buffer.size())) > 0;) {
      for (ssize_t at = 0; at < got;) {
        auto const* const event = reinterpret_cast<inotify_event const*>(buffer.data() + at);
        any = is_change(*event) || any;
        at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
      }
    }
    return any;
  }

  std::vector<std::string> const& sources_;
  sigset_t signals_;
  Descriptor stop_;
  Descriptor changes_;
};

} // namespace

void watch(std::vector<std::string> const& sources, std::function<void()> const& act) {
  Watcher watcher(sources);
  do {
    // The folders first, so that no change during the run is missed.
    watcher.add_folders();
    act();
  } while (watcher.wait());
}

} // namespace recap::indexer
