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

/// What readers look for, find and open. Telling it takes a microsecond: it goes into a queue of
/// bounded length, and one thread writes it to a file. Where the file cannot be written, it is
/// lost, and the log says so once for each reason. Any thread may call it.
class Insights {
public:
  using Log = std::function<void(std::string const& line)>;

  /// Opens `file` or makes it; throws std::runtime_error that names it where that cannot be.
  Insights(std::filesystem::path file, Log log);
  ~Insights(); ///< writes what is there
  Insights(Insights const&) = delete;
  Insights& operator=(Insights const&) = delete;

  /// What is longer than longest_query_bytes, or a single character, is passed over.
  void tell(Asked asked) noexcept;
  void tell(Clicked clicked) noexcept;

  /// Of the last `days` days, today among them, 1 to 90; at most `most` rows in each list. Reads
  /// the file, which takes some milliseconds. Throws std::runtime_error where that cannot be.
  [[nodiscard]] Report report(unsigned days, unsigned most) const;

  /// How much was told and could not be kept.
  [[nodiscard]] std::uint64_t lost() const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace recap::insights
