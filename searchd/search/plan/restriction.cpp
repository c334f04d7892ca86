// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/restriction.hpp"

#include <string_view>
#include <utility>

namespace recap::search {
namespace {

/// A term of running text as the same term of a field.
std::string in_field(std::string_view term, std::string_view prefix) {
  return term.starts_with('Z') ? index::stem_term(prefix, term.substr(1))
                               : index::word_term(prefix, term);
}

Way in_field(Way way, std::string_view prefix) {
  for (auto& term : way.terms)
    term.term = in_field(term.term, prefix);
  if (way.as_written) way.as_written->term = in_field(way.as_written->term, prefix);
  return way;
}

} // namespace

void keep_to(std::span<index::FieldId const> fields, Plan& plan) {
  for (PlannedUnit& planned : plan.words) {
    if (planned.unit.field) continue;
    std::vector<Way> ways;
    for (Way const& way : planned.ways) {
      if (way.kind == MatchKind::inside) continue; // fields have no pairs of characters
      for (auto const field : fields)
        ways.push_back(in_field(way, index::field(field).word_prefix));
    }
    planned.ways = std::move(ways);
  }
}

} // namespace recap::search
