// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/insights/asked.hpp"
#include "searchd/insights/report.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace recap::insights {

/// Records what readers search for, find and open. Recording takes a microsecond: entries go into a
/// queue of limited length, which one thread writes to a file. If the file cannot be written, they
/// are lost, and the log reports each reason once. Thread-safe.
class Insights {
public:
  using Log = std::function<void(std::string const& line)>;

  /// Opens or creates `file`; throws std::runtime_error naming it on failure.
  Insights(std::filesystem::path file, Log log);
  ~Insights(); ///< writes pending entries
  Insights(Insights const&) = delete;
  Insights& operator=(Insights const&) = delete;

  /// Ignores queries longer than longest_query_bytes or of one character.
  void tell(Asked asked) noexcept;
  void tell(Clicked clicked) noexcept;

  /// A report on the last `days` days, including today, 1 to 90; at most `most` rows per list.
  /// Reads the file, which takes some milliseconds. Throws std::runtime_error on failure.
  [[nodiscard]] Report report(unsigned days, unsigned most) const;

  /// Number of entries that were lost.
  [[nodiscard]] std::uint64_t lost() const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace recap::insights
