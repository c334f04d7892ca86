// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace recap::log {

/// Writes lines to a file. Once its thread runs, put() never waits for a disk: lines that cannot be
/// written in time, or at all, are dropped and counted. Thread-safe.
class LineWriter {
public:
  /// Most lines in the queue; further lines are dropped. One second of load on the fastest machine
  /// measured.
  static constexpr std::size_t most_waiting = 8192;

  /// Called with the reason when lines cannot be written, once until the reason changes.
  using Failed = std::function<void(std::string const& reason)>;

  /// Appends to `file`, which is created if missing; `-` is standard output. Throws
  /// std::system_error naming the file.
  explicit LineWriter(std::filesystem::path file, Failed failed = {});
  /// Writes to `descriptor`, which remains open afterwards.
  explicit LineWriter(int descriptor);
  /// Writes the queued lines, for at most one second.
  ~LineWriter();
  LineWriter(LineWriter const&) = delete;
  LineWriter& operator=(LineWriter const&) = delete;

  /// Starts the thread. Until then, put() itself writes.
  void start();

  /// `line`: without the final line break.
  void put(std::string line) noexcept;

  /// Reopens the file before the next line, after log rotation. If that fails, the old file stays
  /// in use.
  void reopen();

  /// Waits until all earlier lines are written, for at most `patience`.
  void flush(std::chrono::milliseconds patience);

  /// Number of dropped lines.
  [[nodiscard]] std::uint64_t lost() const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace recap::log
