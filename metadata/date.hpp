// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace recap::metadata {

/// A date as its author wrote it.
struct WrittenDate {
  std::chrono::year_month_day day;
  std::optional<std::chrono::seconds> time; ///< of that day
  std::optional<std::chrono::seconds> east; ///< of UTC, where a zone is told that is known
};

/// Reads a date as sites and programs write it: `2023-01-30`, `2023/1/30`, `2023. 1. 30.`,
/// `20230130`, `2023년 1월 30일`, `Jan 30 2023`, `30th January, 2023`, `30-Jan-2023`, with a
/// weekday before it, a time of day and a zone behind it (`T10:00:00+09:00`, ` 9:05 PM KST`,
/// `[Asia/Seoul]`). Nothing for anything else, for days that do not exist, and for days whose month
/// is doubtful (`03/04/2023`).
[[nodiscard]] std::optional<WrittenDate> read_date(std::string_view text);

/// The same as `YYYY-MM-DD`: the day as written counts, which is the author's.
[[nodiscard]] std::optional<std::string> parse_date(std::string_view text);

[[nodiscard]] std::string to_string(std::chrono::year_month_day day);

/// Bytes of a date before a name, and the hyphen behind it.
inline constexpr std::size_t dated_name_bytes = 11;

/// The date of `2015-03-17-name`; nothing without one.
[[nodiscard]] std::optional<std::string> date_before(std::string_view name);

} // namespace recap::metadata
