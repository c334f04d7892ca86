// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace recap::indexer {

/// The period that an article is about.
struct Period {
  std::uint16_t year = 0; ///< 0 = none
  std::string season;     ///< as from index::season_named(), or empty
};

/// The season next to a year in a title: "Summer 2022" and "2022년 여름", not "Spring Boot".
[[nodiscard]] std::optional<Period> period_in(std::string_view title);

} // namespace recap::indexer
