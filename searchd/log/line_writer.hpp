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

/// Writes lines to a file, from a thread of its own once that runs: who has a line to tell never
/// waits for a disk. Where lines come faster than they can be written, or the disk is full, lines
/// are lost, and counted. Any thread may call it.
class LineWriter {
public:
  /// Lines that may wait; beyond, they are lost. A second of the fastest machine that was measured.
  static constexpr std::size_t most_waiting = 8192;

  /// Where lines cannot be written, why; called once for each reason that follows another.
  using Failed = std::function<void(std::string const& reason)>;

  /// Appends to `file`, or to standard output where it is `-`, and makes it where it is not there.
  /// Throws std::system_error that names it.
  explicit LineWriter(std::filesystem::path file, Failed failed = {});
  /// Writes to what is open as `descriptor`, which stays open.
  explicit LineWriter(int descriptor);
  /// Writes what waits, for a second at most.
  ~LineWriter();
  LineWriter(LineWriter const&) = delete;
  LineWriter& operator=(LineWriter const&) = delete;

  /// From now on a thread writes; before, put() does.
  void start();

  /// `line` without a line break at its end.
  void put(std::string line) noexcept;

  /// Opens the file anew before the next line is written, as a program that rotates logs wants. Of
  /// a file that cannot be opened the old one stays in use.
  void reopen();

  /// Waits until all lines told before are written, `patience` at most.
  void flush(std::chrono::milliseconds patience);

  /// Lines lost so far.
  [[nodiscard]] std::uint64_t lost() const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace recap::log
