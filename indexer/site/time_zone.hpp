// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "metadata/date.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace recap::indexer {

/// True for the name of a zone in the tz database (`Asia/Seoul`, `UTC`).
[[nodiscard]] bool is_time_zone(std::string const& name);

/// The day of `date` in `zone`, as Jekyll reads it: without a time, or in words without a zone, the
/// day as written; `2024-08-08 22:44:26` is UTC.
[[nodiscard]] std::chrono::year_month_day day_in_zone(std::string_view date,
                                                      std::string const& zone);

/// The moment of `date` in `zone`: without a time, midnight of the day as written; otherwise as in
/// day_in_zone(). nullopt for an invalid date.
[[nodiscard]] std::optional<std::chrono::sys_seconds> moment_in_zone(std::string_view date,
                                                                     std::string const& zone);

} // namespace recap::indexer
