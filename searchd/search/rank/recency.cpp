// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/rank/recency.hpp"

#include "index/fields.hpp"
#include "index/ranking.hpp"

#include <charconv>
#include <cmath>
#include <string>

namespace recap::search {
namespace {

/// A value of the date slot, YYYYMMDD.
std::optional<std::chrono::sys_days> day_of(std::string const& value) {
  unsigned number = 0;
  auto const* const end = value.data() + value.size();
  if (value.size() != 8 || std::from_chars(value.data(), end, number).ptr != end)
    return std::nullopt;
  std::chrono::year_month_day const day(std::chrono::year(static_cast<int>(number / 10'000)),
                                        std::chrono::month(number / 100 % 100),
                                        std::chrono::day(number % 100));
  return day.ok() ? std::optional(std::chrono::sys_days(day)) : std::nullopt;
}

} // namespace

Recency::Recency(Snapshot const& snapshot, double share)
    : dates_(snapshot.column(index::FieldId::date))
    , share_(share) {
  if (share > 0) newest_ = day_of(snapshot.newest_date());
}

double Recency::of(Xapian::docid id) const {
  auto const dates = dates_.of(id);
  auto const day = dates.empty() ? std::nullopt : day_of(dates_.dictionary()[dates.front()]);
  if (!day || !newest_) return 1;
  double const age = static_cast<double>((*newest_ - *day).count());
  return 1 + share_ * std::exp2(-age / index::recency_half_life_days);
}

} // namespace recap::search
