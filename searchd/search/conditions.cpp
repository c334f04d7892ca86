// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/conditions.hpp"

namespace recap::search {
namespace {

using index::FieldId;
using Xapian::Query;

Query range_query(Condition const& condition, Planner const& planner) {
  // Both are YYYY or YYYY-MM-DD, so they compare as text; an open end is empty.
  if (!condition.to.empty() && condition.from > condition.to) return nothing();
  return condition.field == FieldId::date ? planner.date_range(condition.from, condition.to)
                                          : planner.year_range(condition.from, condition.to);
}

Query one(Condition const& condition, Planner const& planner) {
  bool const is_range = condition.value.empty();
  Query query = is_range ? range_query(condition, planner)
                         : Query(index::value_term(index::field(condition.field), condition.value));
  return condition.negated ? Query(Query::OP_AND_NOT, Query(std::string()), query) : query;
}

} // namespace

Query condition_query(AnyOf const& alternatives, Planner const& planner) {
  std::vector<Query> queries;
  for (auto const& condition : alternatives)
    queries.push_back(one(condition, planner));
  return queries.empty() ? Query(std::string()) : any_of(queries);
}

} // namespace recap::search
