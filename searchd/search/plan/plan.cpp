// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/plan.hpp"

#include "index/fields.hpp"
#include "index/ranking.hpp"
#include "index/whole_title.hpp"
#include "searchd/search/match/reader.hpp"
#include "searchd/search/match/snapshot.hpp"
#include "searchd/search/plan/command_options.hpp"
#include "searchd/search/plan/conditions.hpp"
#include "searchd/search/plan/expansion.hpp"
#include "searchd/search/plan/planner.hpp"
#include "searchd/search/plan/restriction.hpp"
#include "searchd/search/query/dates.hpp"
#include "text/stop_words.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace recap::search {
namespace {

using index::FieldId;

std::string checked_value(FieldId id, std::string const& value) {
  auto const& field = index::field(id);
  if (auto stored = index::stored_value(field, value)) return std::move(*stored);
  throw BadRequest(std::string(field.name) + " is " + std::string(index::expected_value(field)),
                   std::string(field.name));
}

void check_date(std::string const& value, std::string const& parameter) {
  if (!value.empty() && !day_span(value)) {
    throw BadRequest(parameter + " is a date: YYYY, YYYY-MM or YYYY-MM-DD", parameter);
  }
}

/// Makes the optional words optional; if no required word is left, one of them is required.
void relax_words(Plan& plan, Request const& request, Reader& reader) {
  std::set<std::string> stems;
  for (auto const& word : request.optional) {
    for (Unit const& unit : units_of_words(reader.analyser, word))
      stems.insert(unit.stem);
  }
  for (PlannedUnit& planned : plan.words)
    planned.required = planned.required && !stems.contains(planned.unit.stem);
  bool const any = request.any_word || plan.required_words() == 0;
  if (!any) return;
  plan.is_sentence = plan.words.size() > 1;
  for (PlannedUnit& planned : plan.words)
    planned.required = true;
}

/// The text that a title may be: 고양이 for 고양이가, which is not the title 고양.
std::string_view titled(Plan const& plan, Request const& request) {
  PlannedUnit const& only = plan.words.front();
  std::string_view const noun = only.alternatives.front().unit.stem;
  if (plan.words.size() == 1 && only.unit.hangul && noun.size() > only.unit.stem.size())
    return noun;
  return plan.corrected.empty() ? request.q : plan.corrected;
}

void prefer_whole_title(Plan& plan, Request const& request, Reader& reader) {
  if (plan.words.empty() || !plan.shown.empty()) return;
  auto const term = index::whole_title_term(reader.analyser, titled(plan, request));
  if (term.empty() || reader.document_frequency(term) == 0) return;
  double words = 0;
  for (PlannedUnit const& planned : plan.words) {
    for (WeighedTerm const& word : planned.alternatives.front().terms)
      words += word.weight;
  }
  plan.whole_title = WeighedTerm{term, index::whole_title_share * words};
}

Plan read_text(Request const& request, Syntax syntax, QueryLimits const& limits,
               Snapshot const& snapshot, Reader& reader) {
  Plan plan;
  bool const plain = syntax == Syntax::words;
  Node const query =
      plain ? plain_words(request.q, limits) : parse_query(request.q, limits, options_of(reader));
  Planner(reader, plan, request.expands).root(query);
  // The query has only punctuation and symbols, which no article has.
  if (!plan.asks && !text::fold(request.q).empty()) plan.required = Clause{};
  Expansion(snapshot.vocabulary(), reader, request, plan).run(query);
  if (plan.words.size() + plan.shown.size() > limits.terms) {
    throw BadQuery("too-many-words",
                   "more than " + std::to_string(limits.terms) + " words; ask with fewer");
  }
  relax_words(plan, request, reader);
  prefer_whole_title(plan, request, reader);
  if (!request.only_in.empty()) restrict_to_fields(request.only_in, plan);
  return plan;
}

/// Gives each word of a corrected text the word typed in its place, unless several replace it.
void remember_typed(Plan& corrected, std::vector<CorrectedWord> const& words) {
  for (PlannedUnit& planned : corrected.words) {
    auto const begin = planned.unit.offset;
    auto const end = begin + planned.unit.typed.size();
    auto const word = std::ranges::find_if(
        words, [&](CorrectedWord const& one) { return one.begin <= begin && end <= one.end; });
    if (word == words.end()) continue;
    planned.is_correction = true;
    if (word->begin == begin && word->end == end) planned.unit.typed = word->typed;
  }
}

/// A corrected text may need another correction: `대통령dlgn` is `대통령이후` on the other
/// keyboard, which lacks a space too.
constexpr int most_corrections_in_turn = 3;

/// The plan of `q` in place of the text of `request`; nullopt if it exceeds the limits, as it may
/// once a word is divided in two.
std::optional<Plan> plan_instead(std::string const& q, Request request, Syntax syntax,
                                 QueryLimits const& limits, Snapshot const& snapshot,
                                 Reader& reader) try {
  request.q = q;
  return read_text(request, syntax, limits, snapshot, reader);
} catch (BadRequest const&) {
  return std::nullopt;
}

/// No article has a corrected word, so the corrected text is searched as if it had been typed: both
/// give the same result. Words that are optional by name stay as typed.
Plan plan_corrected(Plan plan, Request const& request, Syntax syntax, QueryLimits const& limits,
                    Snapshot const& snapshot, Reader& reader) {
  if (!request.optional.empty()) return plan;
  for (int turn = 0; turn < most_corrections_in_turn && !plan.corrected.empty(); ++turn) {
    auto again = plan_instead(plan.corrected, request, syntax, limits, snapshot, reader);
    if (!again) return plan;
    bool const is_last = again->corrected.empty();
    if (is_last) again->corrected = plan.corrected;
    remember_typed(*again, plan.corrected_words);
    again->is_corrected = true;
    plan = std::move(*again);
    if (is_last) return plan;
  }
  return plan;
}

Plan plan_as(Syntax syntax, Request const& request, QueryLimits const& limits,
             Snapshot const& snapshot, Reader& reader) {
  return plan_corrected(read_text(request, syntax, limits, snapshot, reader), request, syntax,
                        limits, snapshot, reader);
}

} // namespace

std::size_t Plan::required_words() const {
  return static_cast<std::size_t>(std::ranges::count(words, true, &PlannedUnit::required));
}

Plan plan_text(Request const& request, QueryLimits const& limits, Snapshot const& snapshot,
               Reader& reader) {
  if (request.syntax != Syntax::either)
    return plan_as(request.syntax, request, limits, snapshot, reader);
  try {
    return plan_as(Syntax::operators, request, limits, snapshot, reader);
  } catch (BadRequest const&) {
    return plan_as(Syntax::words, request, limits, snapshot, reader);
  }
}

bool same_text(Request const& one, Request const& other) {
  auto const parts = [](Request const& request) {
    return std::tie(request.q, request.syntax, request.only_in, request.optional, request.any_word,
                    request.corrects, request.completes, request.expands);
  };
  return parts(one) == parts(other);
}

Filters plan_filters(Request const& request, Reader& reader) {
  Filters filters;
  for (auto const& [id, values] : request.filters) {
    std::vector<Clause> alternatives;
    for (auto const& value : values)
      alternatives.push_back(
          value_clause(index::value_term(index::field(id), checked_value(id, value))));
    if (!alternatives.empty()) filters.fields.emplace_back(id, any_of(std::move(alternatives)));
  }
  for (auto const& condition : request.conditions)
    filters.conditions.push_back(condition_clause(condition, reader, 0));
  for (auto const& preference : request.preferred)
    filters.preferred.push_back(condition_clause(preference, reader, index::preference_weight));
  check_date(request.from, "from");
  check_date(request.to, "to");
  if (!request.from.empty() && !request.to.empty() &&
      day_span(request.from)->first > day_span(request.to)->last) {
    throw BadRequest("from is later than to", "from");
  }
  if (!request.from.empty() || !request.to.empty()) {
    filters.fields.emplace_back(FieldId::date, date_range(reader, request.from, request.to));
  }
  return filters;
}

} // namespace recap::search
