// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace recap::search {
namespace {

using namespace std::chrono;

std::optional<unsigned> digits(std::string_view text, std::size_t width) {
  unsigned value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool const whole =
      text.size() == width && error == std::errc() && end == text.data() + text.size();
  return whole ? std::optional(value) : std::nullopt;
}

year_month_day last_of(year y, month m) {
  return year_month_day(y / m / std::chrono::last);
}

std::string name(year_month_day day, int depth) {
  std::array<char, 16> text{};
  int const y = int(day.year());
  auto const m = unsigned(day.month());
  auto const d = unsigned(day.day());
  if (depth == 1) std::snprintf(text.data(), text.size(), "%04d", y);
  if (depth == 2) std::snprintf(text.data(), text.size(), "%04d-%02u", y, m);
  if (depth == 3) std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", y, m, d);
  return text.data();
}

} // namespace

std::optional<DaySpan> day_span(std::string_view text) {
  std::array<std::string_view, 3> parts{};
  std::size_t count = 0;
  while (count < 3) {
    auto const dash = text.find('-');
    parts[count++] = text.substr(0, dash);
    if (dash == std::string_view::npos) break;
    if (count == 3) return std::nullopt;
    text.remove_prefix(dash + 1);
  }
  auto const y = digits(parts[0], 4);
  if (!y || *y == 0) return std::nullopt;
  year const of(static_cast<int>(*y));
  if (count == 1) return DaySpan{of / January / 1, of / December / 31};
  auto const m = digits(parts[1], 2);
  if (!m || !month(*m).ok()) return std::nullopt;
  if (count == 2) return DaySpan{of / month(*m) / 1, last_of(of, month(*m))};
  auto const d = digits(parts[2], 2);
  if (!d) return std::nullopt;
  year_month_day const exact = of / month(*m) / day(*d);
  return exact.ok() ? std::optional(DaySpan{exact, exact}) : std::nullopt;
}

std::vector<std::string> covering_dates(year_month_day first, year_month_day last) {
  std::vector<std::string> names;
  while (first <= last) {
    bool const begins_month = first.day() == day(1);
    bool const begins_year = begins_month && first.month() == January;
    int depth = 3;
    year_month_day end = first;
    if (begins_month && last_of(first.year(), first.month()) <= last) {
      depth = 2;
      end = last_of(first.year(), first.month());
    }
    if (begins_year && first.year() / December / 31 <= last) {
      depth = 1;
      end = first.year() / December / 31;
    }
    names.push_back(name(first, depth));
    first = year_month_day(sys_days(end) + days(1));
  }
  return names;
}

} // namespace recap::search
