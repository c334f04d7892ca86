// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "metadata/date.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace recap::indexer {

/// True for the name of a zone of the tz database (`Asia/Seoul`, `UTC`).
[[nodiscard]] bool is_time_zone(std::string const& name);

/// The day of `date` in `zone`, as Jekyll reads it: one without a time stays the day that is
/// written, as does one in words without a zone; `2024-08-08 22:44:26` is of UTC.
[[nodiscard]] std::chrono::year_month_day day_in_zone(std::string_view date,
                                                      std::string const& zone);

/// The moment of `date` in `zone`: without a time, midnight of the day that is written; otherwise
/// as day_in_zone() reads it. Nothing for what is no date.
[[nodiscard]] std::optional<std::chrono::sys_seconds> moment_in_zone(std::string_view date,
                                                                     std::string const& zone);

} // namespace recap::indexer
