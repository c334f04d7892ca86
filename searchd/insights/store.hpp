// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/insights/asked.hpp"
#include "searchd/insights/database.hpp"
#include "searchd/insights/report.hpp"

#include <cstdint>
#include <filesystem>

namespace recap::insights {

/// The file of --insights: for 90 days, counts per query and day, without readers. One thread at a
/// time. All functions throw DatabaseError.
class Store {
public:
  /// Creates the file if needed; throws also for a file of another program.
  explicit Store(std::filesystem::path const& file);

  static constexpr int kept_days = 90;
  /// New queries per day. Bounds the file against automated queries: at about 100 bytes each, 90
  /// days take at most 90 MB.
  static constexpr std::int64_t most_of_a_day = 10'000;
  /// Articles per query and day whose clicks are counted.
  static constexpr std::int64_t most_articles = 50;

  /// Begins a transaction.
  void begin();
  void commit();
  void roll_back() noexcept;

  /// `day`: since 1970-01-01.
  void add(Asked const& asked, unsigned times, std::int64_t day);
  /// Counts only if the query is recorded.
  void add(Clicked const& clicked, std::int64_t day);
  /// Removes what is older than kept_days.
  void forget(std::int64_t today);

  [[nodiscard]] bool has(std::string const& q);

private:
  Database database_;
  Statement has_;
  Statement of_day_;
  Statement ask_;
  Statement insert_;
  Statement articles_;
  Statement click_;
};

/// A report on the last `days` days, including today, with at most `most` rows per list. Another
/// program may write to the file meanwhile. Throws DatabaseError.
[[nodiscard]] Report report_of(std::filesystem::path const& file, unsigned days, unsigned most,
                               std::int64_t today);

/// Days since 1970-01-01, in UTC.
[[nodiscard]] std::int64_t today();

} // namespace recap::insights
