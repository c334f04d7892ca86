// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/process/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <system_error>

namespace recap::indexer {
namespace {

using Length = std::uint32_t;

constexpr std::size_t piece_bytes = 256 * 1024;

[[noreturn]] void fail(char const* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// Drops the used part occasionally, so that a long queue is not moved for each message.
void shorten(std::string& buffer, std::size_t& used) {
  if (used < buffer.size() && used < piece_bytes) return;
  buffer.erase(0, used);
  used = 0;
}

void prepare(int descriptor, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(0);
  // An inherited lock file would keep the lock if the parent is killed.
  if (descriptor > 3) ::close_range(3, static_cast<unsigned>(descriptor) - 1, 0);
  ::close_range(static_cast<unsigned>(descriptor) + 1, ~0U, 0);
  // Control-C reaches the whole group; the parent decides what to do with the children.
  ::signal(SIGINT, SIG_IGN);
  ::signal(SIGTERM, SIG_IGN);
}

} // namespace

ChildProcess::ChildProcess(MessageLoop& loop, std::function<void(int)> const& serve)
    : loop_(loop) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) fail("socketpair");
  pid_t const parent = ::getpid();
  process_ = ::fork();
  if (process_ == 0) {
    std::set_terminate(std::abort); // the parent's terminate handler is not for a child
    prepare(ends[1], parent);
    serve(ends[1]);
    ::_exit(0);
  }
  ::close(ends[1]);
  descriptor_ = ends[0];
  if (process_ < 0) {
    ::close(descriptor_);
    fail("cannot start another process");
  }
  ::fcntl(descriptor_, F_SETFL, O_NONBLOCK);
  loop_.children_.push_back(this);
}

ChildProcess::~ChildProcess() {
  std::erase(loop_.children_, this);
  ::close(descriptor_);
  if (process_ < 0) return;
  ::kill(process_, SIGKILL);
  static_cast<void>(signal());
}

int ChildProcess::signal() {
  if (process_ < 0) return 0;
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

void ChildProcess::send(std::string_view message) {
  auto const length = static_cast<Length>(message.size());
  unsent_.append(reinterpret_cast<char const*>(&length), sizeof length);
  unsent_.append(message);
}

std::optional<std::string> ChildProcess::receive() {
  Length length = 0;
  if (received_.size() - taken_ < sizeof length) return std::nullopt;
  std::memcpy(&length, received_.data() + taken_, sizeof length);
  if (received_.size() - taken_ - sizeof length < length) return std::nullopt;
  std::string message = received_.substr(taken_ + sizeof length, length);
  taken_ += sizeof length + length;
  shorten(received_, taken_);
  return message;
}

void ChildProcess::read() {
  std::size_t const before = received_.size();
  received_.resize(before + piece_bytes);
  ssize_t const got = ::read(descriptor_, received_.data() + before, piece_bytes);
  int const error = errno;
  received_.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
  if (got == 0 || (got < 0 && error != EAGAIN && error != EINTR)) ended_ = true;
}

void ChildProcess::write() {
  ssize_t const done =
      ::send(descriptor_, unsent_.data() + sent_, unsent_.size() - sent_, MSG_NOSIGNAL);
  // read() notices that a child has ended, after its last responses.
  if (done < 0 && errno != EAGAIN && errno != EINTR) sent_ = unsent_.size();
  if (done > 0) sent_ += static_cast<std::size_t>(done);
  shorten(unsent_, sent_);
}

void MessageLoop::exchange(bool wait) {
  std::vector<pollfd> waiting;
  for (auto const* const child : children_) {
    short const events =
        static_cast<short>(POLLIN | (child->unsent_.size() > child->sent_ ? POLLOUT : 0));
    waiting.push_back({child->ended_ ? -1 : child->descriptor_, events, 0});
  }
  if (::poll(waiting.data(), waiting.size(), wait ? -1 : 0) <= 0) return;
  for (std::size_t i = 0; i < children_.size(); ++i) {
    if ((waiting[i].revents & POLLOUT) != 0) children_[i]->write();
    if ((waiting[i].revents & (POLLIN | POLLHUP | POLLERR)) != 0) children_[i]->read();
  }
}

bool read_message(int descriptor, std::string& message) {
  auto const fill = [&](char* place, std::size_t bytes) {
    while (bytes > 0) {
      ssize_t const got = ::read(descriptor, place, bytes);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return false;
      place += got;
      bytes -= static_cast<std::size_t>(got);
    }
    return true;
  };
  Length length = 0;
  if (!fill(reinterpret_cast<char*>(&length), sizeof length)) return false;
  message.resize(length);
  return fill(message.data(), message.size());
}

void write_message(int descriptor, std::string_view message) {
  auto const length = static_cast<Length>(message.size());
  std::string bytes(reinterpret_cast<char const*>(&length), sizeof length);
  bytes.append(message);
  for (std::size_t at = 0; at < bytes.size();) {
    ssize_t const done = ::send(descriptor, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) ::_exit(1); // the parent has ended
    at += static_cast<std::size_t>(done);
  }
}

} // namespace recap::indexer
