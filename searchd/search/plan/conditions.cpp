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
  auto const& field = index::field(FieldId::date);
  auto const year_of = [](std::string const& day) {
    return day_span(day.substr(0, 4));
  }; // 20230130
  auto const earliest = year_of(reader.database.get_value_lower_bound(field.slot));
  auto const latest = year_of(reader.database.get_value_upper_bound(field.slot));
  if (!latest) return {};
  // Limits the range to existing years, because each further year would cost a term.
  auto first = from.empty() ? std::chrono::year(1) / 1 / 1 : day_span(from)->first;
  auto last = to.empty() ? latest->last : day_span(to)->last;
  if (earliest) first = std::max(first, earliest->first);
  last = std::min(last, latest->last);
  std::vector<Clause> dates;
  for (auto const& date : covering_dates(first, last))
    dates.push_back(value_clause(index::value_term(field, date)));
  return any_of(std::move(dates));
}

} // namespace recap::search
