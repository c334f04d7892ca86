// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::search {

/// First and last day of a `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
struct DaySpan {
  std::chrono::year_month_day first;
  std::chrono::year_month_day last;
};

/// nullopt unless `text` has one of these forms and is an existing day, month or year.
[[nodiscard]] std::optional<DaySpan> day_span(std::string_view text);

/// The fewest of `YYYY`, `YYYY-MM`, `YYYY-MM-DD` that together cover the days from `first` to
/// `last`, so that a range of dates needs a few terms instead of a scan of values.
[[nodiscard]] std::vector<std::string> covering_dates(std::chrono::year_month_day first,
                                                      std::chrono::year_month_day last);

} // namespace recap::search
