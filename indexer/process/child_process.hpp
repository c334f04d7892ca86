// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

class ChildProcess;

/// Exchanges messages with all children at once, so that none waits for another.
class MessageLoop {
public:
  /// Transfers without blocking; if `wait` is true, first waits until something can be transferred.
  void exchange(bool wait);

private:
  friend class ChildProcess;
  std::vector<ChildProcess*> children_;
};

/// A forked copy of this process that answers messages over a socket. It inherits none of our open
/// files, ends when its socket is closed, and dies with us. Not for programs with threads.
class ChildProcess {
public:
  /// `serve` runs in the child with its end of the socket; the child ends when it returns. Throws
  /// std::system_error if no process can be created. `loop` must outlive it.
  ChildProcess(MessageLoop& loop, std::function<void(int)> const& serve);
  /// Kills the child.
  ~ChildProcess();
  ChildProcess(ChildProcess const&) = delete;
  ChildProcess& operator=(ChildProcess const&) = delete;

  /// Queues a message; MessageLoop::exchange() sends it.
  void send(std::string_view message);
  /// The next complete response that has arrived.
  [[nodiscard]] std::optional<std::string> receive();
  /// True if no further response can arrive.
  [[nodiscard]] bool ended() const { return ended_; }
  /// Waits for a child that ended(); returns the signal that killed it, or 0.
  [[nodiscard]] int signal();

private:
  friend class MessageLoop;
  void read();
  void write();

  MessageLoop& loop_;
  int descriptor_ = -1;
  pid_t process_ = -1;
  bool ended_ = false;
  std::string unsent_;
  std::size_t sent_ = 0; ///< of `unsent_`
  std::string received_;
  std::size_t taken_ = 0; ///< of `received_`
};

/// For the child's end; both block. read_message() returns false if the parent has ended.
[[nodiscard]] bool read_message(int descriptor, std::string& message);
void write_message(int descriptor, std::string_view message);

} // namespace recap::indexer
