// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/conditions.hpp"

#include "index/fields.hpp"
#include "searchd/search/query/dates.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace recap::search {
namespace {

using index::FieldId;

/// Years are four digits.
constexpr std::size_t most_years = 10'000;

DaySpan existing_days(std::string const& date) {
  if (auto const days = day_span(date)) return *days;
  throw BadRequest("date is a date: YYYY, YYYY-MM or YYYY-MM-DD", "date");
}

Clause range(Condition const& condition, Reader& reader) {
  // Both are YYYY or YYYY-MM-DD, so they compare as text; an open end is empty.
  if (!condition.to.empty() && condition.from > condition.to) return {};
  return condition.field == FieldId::date ? date_range(reader, condition.from, condition.to)
                                          : year_range(reader, condition.from, condition.to);
}

Clause one(Condition const& condition, Reader& reader, double weight) {
  Clause clause =
      condition.value.empty()
          ? range(condition, reader)
          : value_clause(index::value_term(index::field(condition.field), condition.value), weight);
  return condition.negated ? without(everything(), std::move(clause)) : clause;
}

} // namespace

Clause condition_clause(AnyOf const& alternatives, Reader& reader, double weight) {
  std::vector<Clause> clauses;
  for (auto const& condition : alternatives)
    clauses.push_back(one(condition, reader, weight));
  return clauses.empty() ? everything() : any_of(std::move(clauses));
}

Clause year_range(Reader& reader, std::string const& from, std::string const& to) {
  std::string const prefix(index::field(FieldId::year).value_prefix);
  std::vector<Clause> years;
  for (auto const& term : reader.terms_beginning(prefix, most_years)) {
    std::string const year = term.substr(prefix.size());
    if (year.size() == 4 && (from.empty() || year >= from) && (to.empty() || year <= to))
      years.push_back(value_clause(term));
  }
  return any_of(std::move(years));
}

Clause date_range(Reader& reader, std::string const& from, std::string const& to) {
  auto const wanted_first = from.empty() ? std::chrono::year(1) / 1 / 1 : existing_days(from).first;
  auto const wanted_last = to.empty() ? std::chrono::year::max() / 12 / 31 : existing_days(to).last;
  auto const& field = index::field(FieldId::date);
  auto const year_of = [](std::string const& day) {
    return day_span(day.substr(0, 4));
  }; // 20230130
  auto const earliest = year_of(reader.database.get_value_lower_bound(field.slot));
  auto const latest = year_of(reader.database.get_value_upper_bound(field.slot));
  if (!latest) return {};
  // Limits the range to existing years, because each further year would cost a term.
  auto const first = earliest ? std::max(wanted_first, earliest->first) : wanted_first;
  auto const last = std::min(wanted_last, latest->last);
  std::vector<Clause> dates;
  for (auto const& date : covering_dates(first, last))
    dates.push_back(value_clause(index::value_term(field, date)));
  return any_of(std::move(dates));
}

} // namespace recap::search
