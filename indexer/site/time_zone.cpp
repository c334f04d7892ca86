// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/time_zone.hpp"

#include "text/one_line.hpp"

#include <unicode/ucal.h>

#include <algorithm>
#include <memory>

namespace recap::indexer {
namespace {

namespace calendar = std::chrono;

std::u16string utf16(std::string const& name) {
  return {name.begin(), name.end()};
}

/// Offset of `zone` from UTC at `instant`.
calendar::milliseconds east_of_utc(std::string const& zone, calendar::sys_seconds instant) {
  UErrorCode status = U_ZERO_ERROR;
  auto const name = utf16(zone);
  std::unique_ptr<UCalendar, decltype(&ucal_close)> const clock(
      ucal_open(name.data(), static_cast<int32_t>(name.size()), "en", UCAL_GREGORIAN, &status),
      ucal_close);
  calendar::milliseconds const since_epoch = instant.time_since_epoch();
  ucal_setMillis(clock.get(), static_cast<UDate>(since_epoch.count()), &status);
  auto const east = ucal_get(clock.get(), UCAL_ZONE_OFFSET, &status) +
                    ucal_get(clock.get(), UCAL_DST_OFFSET, &status);
  return calendar::milliseconds(U_SUCCESS(status) ? east : 0);
}

/// True for what YAML reads as a time, which is in UTC if it has no zone. Any other text is in the
/// zone of the site.
bool is_timestamp(std::string_view date) {
  return std::ranges::count(date, ':') >= 2 && date.find_first_not_of("0123456789") == 4;
}

} // namespace

bool is_time_zone(std::string const& name) {
  UErrorCode status = U_ZERO_ERROR;
  auto const wide = utf16(name);
  constexpr int32_t longest = 128;
  UChar canonical[longest];
  UBool is_system = 0;
  ucal_getCanonicalTimeZoneID(wide.data(), static_cast<int32_t>(wide.size()), canonical, longest,
                              &is_system, &status);
  return U_SUCCESS(status) && is_system != 0;
}

calendar::year_month_day day_in_zone(std::string_view date, std::string const& zone) {
  std::string const line = text::one_line(date);
  auto const written = metadata::read_date(line);
  if (!written) return {};
  bool const known = written->time && (written->east || is_timestamp(line));
  if (!known) return written->day;
  auto const instant = calendar::sys_days(written->day) + *written->time -
                       written->east.value_or(calendar::seconds(0));
  return calendar::floor<calendar::days>(instant + east_of_utc(zone, instant));
}

std::optional<calendar::sys_seconds> moment_in_zone(std::string_view date,
                                                    std::string const& zone) {
  std::string const line = text::one_line(date);
  auto const written = metadata::read_date(line);
  if (!written) return std::nullopt;
  auto const moment =
      calendar::sys_days(written->day) + written->time.value_or(calendar::seconds(0));
  if (written->east) return moment - *written->east;
  bool const of_utc = written->time && is_timestamp(line);
  return of_utc ? moment : calendar::floor<calendar::seconds>(moment - east_of_utc(zone, moment));
}

} // namespace recap::indexer
