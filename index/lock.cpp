// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/generation.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <string>
#include <system_error>
#include <thread>

namespace recap::index {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot_lock(fs::path const& place, std::error_code const& error) {
  throw Error(ErrorCode::unwritable, place.string() + ": " + error.message() +
                                         "; the folder given as --db must be writable");
}

std::string read_holder(int descriptor) {
  std::array<char, 32> text{};
  auto const bytes = ::pread(descriptor, text.data(), text.size(), 0);
  std::string holder(text.data(), bytes > 0 ? static_cast<std::size_t>(bytes) : 0);
  if (auto const end = holder.find('\n'); end != std::string::npos) holder.resize(end);
  return holder.empty() ? "another process" : "process " + holder;
}

/// True if the process that wrote the file has ended. The lock is then held by children of it that
/// were killed between fork and closing what they inherited, and are about to end.
bool is_orphaned(int descriptor) {
  std::array<char, 16> text{};
  auto const bytes = ::pread(descriptor, text.data(), text.size(), 0);
  pid_t process = 0;
  auto const end = text.data() + std::max<ssize_t>(bytes, 0);
  if (std::from_chars(text.data(), end, process).ec != std::errc() || process <= 0) return false;
  return ::kill(process, 0) != 0 && errno == ESRCH;
}

bool take(int descriptor) {
  constexpr int tries = 100;
  constexpr std::chrono::milliseconds pause(10);
  for (int i = 0; ::flock(descriptor, LOCK_EX | LOCK_NB) != 0; ++i) {
    if (i == tries || !is_orphaned(descriptor)) return false;
    std::this_thread::sleep_for(pause);
  }
  return true;
}

/// Removes what a killed indexer left. Only the holder of the lock may do so.
void sweep(fs::path const& folder) {
  std::error_code ignored; // litter that cannot be removed does not prevent indexing
  for (auto const& entry : fs::directory_iterator(folder, ignored)) {
    auto const name = entry.path().filename().string();
    if (name.ends_with(draft_suffix) || name == "CURRENT.new")
      fs::remove_all(entry.path(), ignored);
  }
}

} // namespace

Lock::Lock(Store const& store) {
  std::error_code error;
  fs::create_directories(store.folder(), error);
  if (error) cannot_lock(store.folder(), error);
  auto const file = store.folder() / "LOCK";
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor_ < 0) cannot_lock(file, {errno, std::generic_category()});
  // flock, not the existence of a file: the kernel releases it however the process ends.
  if (!take(descriptor_)) {
    std::string const holder = read_holder(descriptor_);
    ::close(descriptor_);
    throw Error(ErrorCode::locked,
                file.string() + ": " + holder + " is indexing; wait for it to end");
  }
  std::string const own = std::to_string(::getpid()) + '\n';
  bool const noted =
      ::ftruncate(descriptor_, 0) == 0 &&
      ::pwrite(descriptor_, own.data(), own.size(), 0) == static_cast<ssize_t>(own.size());
  if (!noted) {
    std::error_code const reason(errno, std::generic_category());
    ::close(descriptor_);
    cannot_lock(file, reason);
  }
  sweep(store.folder());
}

Lock::~Lock() {
  ::close(descriptor_);
}

} // namespace recap::index
