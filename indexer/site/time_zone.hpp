// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "metadata/date.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// True for the name of a zone of the tz database (`Asia/Seoul`, `UTC`).
[[nodiscard]] bool is_time_zone(std::string const& name);

/// The day of `date` in `zone`, as Jekyll reads it: without a time, or in words without a zone, the
/// day as written; `2024-08-08 22:44:26` is UTC.
[[nodiscard]] std::chrono::year_month_day day_in_zone(std::string_view date,
                                                      std::string const& zone);

/// The moment of `date` in `zone`: without a time, midnight of the day as written; otherwise as in
/// day_in_zone(). nullopt for an invalid date.
[[nodiscard]] std::optional<std::chrono::sys_seconds> moment_in_zone(std::string_view date,
                                                                     std::string const& zone);

/// What a site's own configuration says of its zone.
struct SiteTimeZone {
  std::string name;
  std::filesystem::path file;
};

/// `timezone` of the `_config.yml` in the first of `folders` that has one; nothing where none tells
/// it or it cannot be read.
[[nodiscard]] std::optional<SiteTimeZone> site_time_zone(std::vector<std::string> const& folders);

} // namespace recap::indexer
