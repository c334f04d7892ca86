// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/restriction.hpp"

#include <string_view>
#include <utility>

namespace recap::search {
namespace {

/// The term of a field for a term of running text.
std::string in_field(std::string_view term, std::string_view prefix) {
  return term.starts_with('Z') ? index::stem_term(prefix, term.substr(1))
                               : index::word_term(prefix, term);
}

Alternative in_field(Alternative alternative, std::string_view prefix) {
  for (auto& term : alternative.terms)
    term.term = in_field(term.term, prefix);
  if (alternative.as_written)
    alternative.as_written->term = in_field(alternative.as_written->term, prefix);
  return alternative;
}

} // namespace

void restrict_to_fields(std::span<index::FieldId const> fields, Plan& plan) {
  for (PlannedUnit& planned : plan.words) {
    if (planned.unit.field) continue;
    std::vector<Alternative> alternatives;
    for (Alternative const& alternative : planned.alternatives) {
      if (alternative.kind == MatchKind::inside) continue; // fields have no pairs of characters
      for (auto const field : fields)
        alternatives.push_back(in_field(alternative, index::field(field).word_prefix));
    }
    planned.alternatives = std::move(alternatives);
  }
}

} // namespace recap::search
