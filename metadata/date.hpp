// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace recap::metadata {

/// A date as written by its author.
struct WrittenDate {
  std::chrono::year_month_day day;
  std::optional<std::chrono::seconds> time; ///< of day
  std::optional<std::chrono::seconds> east; ///< offset from UTC, if a known zone is given
};

/// Parses a date as sites and programs write it: `2023-01-30`, `2023/1/30`, `2023. 1. 30.`,
/// `20230130`, `2023년 1월 30일`, `Jan 30 2023`, `30th January, 2023`, `30-Jan-2023`, `30 janvier
/// 2023` (date_words.hpp), optionally with a weekday before it, and a time of day and a zone after
/// it (`T10:00:00+09:00`, ` 9:05 PM KST`, `[Asia/Seoul]`); also seconds or milliseconds since 1970
/// (10 or 13 digits), as a day in UTC. nullopt for anything else, for days that do not exist, and
/// for ambiguous days (`03/04/2023`).
[[nodiscard]] std::optional<WrittenDate> read_date(std::string_view text);

/// The date as `YYYY-MM-DD`: the day as written, in the author's zone.
[[nodiscard]] std::optional<std::string> parse_date(std::string_view text);

[[nodiscard]] std::string to_string(std::chrono::year_month_day day);

/// Bytes of `2015-03-17-` before a name.
inline constexpr std::size_t dated_name_bytes = 11;

/// The date of `2015-03-17-name`; nullopt without one.
[[nodiscard]] std::optional<std::string> date_before(std::string_view name);

} // namespace recap::metadata
