// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <stop_token>

namespace recap::search {

/// The budget of one search, and what it has spent. For one thread.
class Work {
public:
  /// Limits `postings`, where a list of positions counts as 64. Independent of the machine.
  explicit Work(std::uint64_t postings);

  /// `budget`: processor time of this thread from now on. `stop`: requested when nobody waits for
  /// the response any more.
  Work(std::chrono::microseconds budget, std::stop_token stop);

  void read_postings(std::uint64_t postings) { postings_ += postings; }
  void read_positions(std::uint64_t lists) { positions_ += lists; }

  /// True once the budget is spent or a stop was requested. Reads the clock, which is a system
  /// call, only every 16,384 postings (less than a millisecond).
  [[nodiscard]] bool is_over();

  [[nodiscard]] std::uint64_t postings() const { return postings_; }
  [[nodiscard]] std::uint64_t positions() const { return positions_; }

private:
  std::uint64_t most_postings_;
  std::chrono::nanoseconds end_;
  std::stop_token stop_;
  bool over_ = false;
  std::uint64_t postings_ = 0;
  std::uint64_t positions_ = 0;
  std::uint64_t next_look_ = 0; ///< at the clock, in postings
};

} // namespace recap::search
