// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/insights/asked.hpp"
#include "searchd/insights/database.hpp"
#include "searchd/insights/report.hpp"

#include <cstdint>
#include <filesystem>

namespace recap::insights {

/// The file of --insights: counts of each query, of each day, for 90 days; who asked is not in it.
/// One thread at a time. All throw DatabaseError.
class Store {
public:
  /// Makes the file if need be; throws also for a file that is none of this program's.
  explicit Store(std::filesystem::path const& file);

  static constexpr int kept_days = 90;
  /// New queries of one day, so that a crowd of machines cannot fill a disk: at some 100 bytes
  /// each, 90 days take 90 MB at most.
  static constexpr std::int64_t most_of_a_day = 10'000;
  /// Articles of a query and a day whose clicks are counted.
  static constexpr std::int64_t most_articles = 50;

  /// What follows is written together, or not at all.
  void begin();
  void commit();
  void roll_back() noexcept;

  /// `day`: since 1970-01-01.
  void add(Asked const& asked, unsigned times, std::int64_t day);
  /// Counted only where its query is.
  void add(Clicked const& clicked, std::int64_t day);
  /// Takes out what is older than kept_days.
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

/// What the file says of the last `days` days, today among them, with at most `most` rows in each
/// list. Another program may write to it meanwhile. Throws DatabaseError.
[[nodiscard]] Report report_of(std::filesystem::path const& file, unsigned days, unsigned most,
                               std::int64_t today);

/// Days since 1970-01-01, in UTC.
[[nodiscard]] std::int64_t today();

} // namespace recap::insights
