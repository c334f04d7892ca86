// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/log/line_writer.hpp"

#include <climits>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>

namespace recap::log {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// How long to wait for a full pipe before lines are dropped.
constexpr auto pipe_patience = 1s;

int opened(std::filesystem::path const& file) {
  if (file == "-") return STDOUT_FILENO;
  constexpr mode_t for_its_group =
      0640; // addresses are shortened, but slow requests include queries
  int const descriptor =
      ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, for_its_group);
  if (descriptor < 0)
    throw std::system_error(errno, std::generic_category(), file.string() + ": cannot be written");
  return descriptor;
}

} // namespace

struct LineWriter::State {
  State(std::filesystem::path path, int open, Failed to_tell)
      : file(std::move(path))
      , descriptor(open)
      , failed(std::move(to_tell)) {}
  ~State() {
    if (!file.empty() && file != "-") ::close(descriptor);
  }

  void run(std::stop_token const& stop);
  void write(std::deque<std::string> const& lines);
  [[nodiscard]] int write_all(std::string const& text);
  void open_anew();
  void tell(std::string const& reason);

  std::filesystem::path file; ///< empty if the descriptor is the caller's
  int descriptor;
  Failed failed;
  std::string last_failure;
  bool is_cut = false; ///< the last line is incomplete
  std::atomic<std::uint64_t> lost = 0;
  std::atomic<bool> wants_reopening = false;
  std::mutex mutex; ///< protects the following
  std::condition_variable_any changed;
  std::deque<std::string> waiting;
  bool is_writing = false;
  std::mutex writing; ///< protects writing before the thread runs
  std::jthread thread;
};

/// Returns 0, or the errno if not all was written.
int LineWriter::State::write_all(std::string const& text) {
  auto const end = Clock::now() + pipe_patience;
  for (std::size_t done = 0; done < text.size();) {
    pollfd room{.fd = descriptor, .events = POLLOUT, .revents = 0};
    auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    if (left <= 0ms) {
      is_cut = done > 0;
      return ETIMEDOUT;
    }
    if (::poll(&room, 1, static_cast<int>(left.count())) < 1) continue;
    auto const count = ::write(descriptor, text.data() + done,
                               // A pipe with room accepts this much without blocking.
                               std::min<std::size_t>(text.size() - done, PIPE_BUF));
    if (count < 0 && errno != EINTR && errno != EAGAIN) {
      is_cut = done > 0;
      return errno;
    }
    if (count > 0) done += static_cast<std::size_t>(count);
  }
  return 0;
}

void LineWriter::State::tell(std::string const& reason) {
  if (reason != last_failure && failed && !reason.empty())
    failed(file.string() + ": lines are lost: " + reason);
  last_failure = reason;
}

void LineWriter::State::write(std::deque<std::string> const& lines) {
  std::string text = is_cut ? "\n" : "";
  for (auto const& line : lines)
    text.append(line).append("\n");
  is_cut = false;
  int const error = write_all(text);
  if (error != 0) lost += lines.size();
  tell(error == 0 ? std::string() : std::generic_category().message(error));
}

void LineWriter::State::open_anew() {
  if (!wants_reopening.exchange(false) || file.empty() || file == "-") return;
  try {
    int const anew = opened(file);
    ::close(std::exchange(descriptor, anew));
    is_cut = false;
  } catch (std::system_error const& error) {
    if (failed) failed(error.what());
  }
}

void LineWriter::State::run(std::stop_token const& stop) {
  std::unique_lock lock(mutex);
  while (!stop.stop_requested() || !waiting.empty()) {
    changed.wait(lock, stop, [this] { return !waiting.empty() || wants_reopening; });
    std::deque<std::string> lines;
    lines.swap(waiting);
    is_writing = true;
    lock.unlock();
    open_anew();
    if (!lines.empty()) write(lines);
    lock.lock();
    is_writing = false;
    changed.notify_all();
  }
}

LineWriter::LineWriter(std::filesystem::path file, Failed failed)
    : state_(std::make_unique<State>(file, opened(file), std::move(failed))) {}

LineWriter::LineWriter(int descriptor)
    : state_(std::make_unique<State>(std::filesystem::path(), descriptor, Failed())) {}

LineWriter::~LineWriter() {
  state_->thread.request_stop();
  if (state_->thread.joinable()) state_->thread.join();
}

void LineWriter::start() {
  state_->thread =
      std::jthread([state = state_.get()](std::stop_token const& stop) { state->run(stop); });
}

void LineWriter::put(std::string line) noexcept {
  try {
    if (!state_->thread.joinable()) {
      std::lock_guard const lock(state_->writing);
      return state_->write({std::move(line)});
    }
    std::lock_guard const lock(state_->mutex);
    if (state_->waiting.size() >= most_waiting) {
      ++state_->lost;
      return;
    }
    state_->waiting.push_back(std::move(line));
  } catch (std::exception const&) { // no memory
    ++state_->lost;
  }
  state_->changed.notify_one();
}

void LineWriter::reopen() {
  state_->wants_reopening = true;
  std::lock_guard const lock(state_->mutex);
  state_->changed.notify_all();
}

void LineWriter::flush(std::chrono::milliseconds patience) {
  if (!state_->thread.joinable()) return;
  std::unique_lock lock(state_->mutex);
  state_->changed.wait_for(lock, patience,
                           [this] { return state_->waiting.empty() && !state_->is_writing; });
}

std::uint64_t LineWriter::lost() const {
  return state_->lost;
}

} // namespace recap::log
