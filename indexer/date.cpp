// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/field_rules.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <regex>

namespace recap::indexer {

std::optional<std::string> parse_date(std::string_view text) {
  // A clock time and a zone may follow; their numbers are checked for form only, since the day as
  // written counts.
  static std::regex const form(
      R"(\s*(\d{4})([-/])(\d{1,2})\2(\d{1,2})([Tt ]\s*\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*([Zz]|UTC|GMT|[+-]\d{1,2}(:?\d{2})?)?)?\s*)");
  std::cmatch match;
  constexpr std::size_t longest = 64;
  if (text.size() > longest ||
      !std::regex_match(text.data(), text.data() + text.size(), match, form))
    return std::nullopt;
  namespace calendar = std::chrono;
  int const year = std::stoi(match[1]);
  auto const month = static_cast<unsigned>(std::stoi(match[3]));
  auto const day = static_cast<unsigned>(std::stoi(match[4]));
  calendar::year_month_day const date{calendar::year(year), calendar::month(month),
                                      calendar::day(day)};
  if (!date.ok() || year == 0) return std::nullopt;
  std::array<char, 48> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", year, month, day);
  return out.data();
}

} // namespace recap::indexer
