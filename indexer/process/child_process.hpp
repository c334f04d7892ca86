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

/// Moves bytes between us and all our children at once, so that none waits for another.
class MessageLoop {
public:
  /// Moves without blocking; waits first, when `wait` is true, until any bytes can move.
  void exchange(bool wait);

private:
  friend class ChildProcess;
  std::vector<ChildProcess*> children_;
};

/// A copy of this process that answers messages over a socket. It keeps none of our open files,
/// ends when its socket is closed, and dies with us. Not for programs with threads.
class ChildProcess {
public:
  /// `serve` is what the child does with its end of the socket; it is over when that returns.
  /// Throws std::system_error when there can be no further process.
  /// `loop` has to outlive it.
  ChildProcess(MessageLoop& loop, std::function<void(int)> const& serve);
  /// Ends the child, whatever it is doing.
  ~ChildProcess();
  ChildProcess(ChildProcess const&) = delete;
  ChildProcess& operator=(ChildProcess const&) = delete;

  /// Queues a message; MessageLoop::exchange() takes it over.
  void send(std::string_view message);
  /// The next answer that has arrived whole.
  [[nodiscard]] std::optional<std::string> receive();
  /// True when no further answer can come.
  [[nodiscard]] bool ended() const { return ended_; }
  /// Waits for the end of a child that ended(); the signal that ended it, or 0.
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

/// The child's end: both block. read_message() is false when the parent has gone.
[[nodiscard]] bool read_message(int descriptor, std::string& message);
void write_message(int descriptor, std::string_view message);

} // namespace recap::indexer
