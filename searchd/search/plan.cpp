// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan.hpp"

#include "index/fields.hpp"
#include "index/ranking.hpp"
#include "index/whole_title.hpp"
#include "searchd/search/conditions.hpp"
#include "searchd/search/dates.hpp"
#include "searchd/search/expansion.hpp"
#include "searchd/search/planner.hpp"
#include "searchd/search/restriction.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <bit>
#include <set>
#include <tuple>

namespace recap::search {
namespace {

using index::FieldId;
using Xapian::Query;

std::string checked_value(FieldId id, std::string const& value) {
  auto const& field = index::field(id);
  if (id == FieldId::season) {
    if (auto const season = index::season_named(value)) return std::string(*season);
    throw BadRequest("season is one of spring, summer, fall, winter, first-half, second-half",
                     std::string(field.name));
  }
  if (id == FieldId::lang) return index::language_named(value);
  bool const digits = std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
  if (id == FieldId::year && (value.size() != 4 || !digits)) {
    throw BadRequest("year is a number of four digits", std::string(field.name));
  }
  return value;
}

void check_date(std::string const& value, std::string const& parameter) {
  if (!value.empty() && !day_span(value)) {
    throw BadRequest(parameter + " is a date: YYYY, YYYY-MM or YYYY-MM-DD", parameter);
  }
}

/// Each set of `least` of the words, joined; the articles with enough of them.
Query enough_of(std::vector<Query> const& words, std::size_t least) {
  std::vector<Query> sets;
  for (unsigned chosen = 1; chosen < (1U << words.size()); ++chosen) {
    if (static_cast<std::size_t>(std::popcount(chosen)) != least) continue;
    std::vector<Query> members;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if ((chosen >> i & 1U) != 0) members.push_back(words[i]);
    }
    sets.push_back(all_of(members));
  }
  return any_of(sets);
}

/// Words that an article need not have; when it needs none, one has to do.
void let_go(Plan& plan, Request const& request, Reader& reader) {
  std::set<std::string> stems;
  for (auto const& word : request.optional) {
    for (Unit const& unit : units_of_words(reader.analyser, word))
      stems.insert(unit.stem);
  }
  for (PlannedUnit& planned : plan.words)
    planned.required = planned.required && !stems.contains(planned.unit.stem);
  bool const any = request.any_word || plan.required_words() == 0;
  if (!any || plan.words.size() < 2) return;
  plan.is_sentence = true;
  for (PlannedUnit& planned : plan.words)
    planned.required = true;
}

void prefer_whole_title(Plan& plan, Request const& request, Reader& reader) {
  if (plan.words.empty() || !plan.shown.empty()) return;
  auto const& q = plan.corrected.empty() ? request.q : plan.corrected;
  auto const term = index::whole_title_term(reader.analyser, q);
  if (term.empty() || !reader.database.term_exists(term)) return;
  double words = 0;
  for (PlannedUnit const& planned : plan.words) {
    for (WeighedTerm const& word : planned.ways.front().terms)
      words += word.weight;
  }
  plan.whole_title = WeighedTerm{term, index::whole_title_share * words};
}

Plan read_text(Request const& request, Syntax syntax, QueryLimits const& limits,
               Snapshot const& snapshot, Reader& reader) {
  Plan plan;
  bool const plain = syntax == Syntax::words;
  Node const query = plain ? plain_words(request.q, limits) : parse_query(request.q, limits);
  Planner(reader, plan, request.expands).root(query);
  // Signs and pictures alone are asked for, and no article has them.
  if (!plan.asks && !text::fold(request.q).empty()) plan.required = nothing();
  Expansion(snapshot.vocabulary(), reader, request, plan).run(query);
  if (plan.words.size() + plan.shown.size() > limits.terms) {
    throw BadQuery("too-many-words",
                   "more than " + std::to_string(limits.terms) + " words; ask with fewer");
  }
  let_go(plan, request, reader);
  prefer_whole_title(plan, request, reader);
  if (!request.only_in.empty()) keep_to(request.only_in, reader, plan);
  return plan;
}

} // namespace

Query Plan::text(Tier tier, Query asked) const {
  bool const requires_nothing = required.get_type() == Query::LEAF_MATCH_ALL;
  if (!requires_nothing) {
    bool const any = asked.get_type() == Query::LEAF_MATCH_ALL;
    asked = any ? required : Query(Query::OP_AND, asked, required);
  }
  if (whole_title)
    asked = Query(Query::OP_AND_MAYBE, asked,
                  Query(Query::OP_SCALE_WEIGHT, Query(whole_title->term), whole_title->weight));
  if (!excluded.empty()) asked = Query(Query::OP_AND_NOT, asked, excluded);
  return shares_text() ? evaluated->once(tier, asked) : asked;
}

Query Plan::bounded(Tier tier, Query asked, std::optional<FieldId> without) const {
  Query query = text(tier, std::move(asked));
  for (auto const& [field, filter] : filters) {
    if (field != without) query = Query(Query::OP_FILTER, query, filter);
  }
  for (auto const& condition : conditions)
    query = Query(Query::OP_FILTER, query,
                  shares_text() ? evaluated->among(tier, condition) : condition);
  if (!preferred.empty()) query = Query(Query::OP_AND_MAYBE, query, any_of(preferred));
  return query;
}

Query Plan::all_words(bool with_corrections) const {
  std::vector<Query> needed;
  std::vector<Query> welcome;
  for (auto const& word : words) {
    Query query = word.query(with_corrections);
    if (query.empty()) query = nothing();
    (word.required ? needed : welcome).push_back(std::move(query));
  }
  if (needed.empty()) return Query(std::string());
  Query const all = all_of(needed);
  return welcome.empty() ? all : Query(Query::OP_AND_MAYBE, all, any_of(welcome));
}

Query Plan::strict(std::optional<FieldId> without) const {
  return bounded(Tier::typed, all_words(false), without);
}

Query Plan::behind_all_words(Query const& query, bool with_corrections) const {
  std::vector<Query> needed;
  for (auto const& word : words) {
    if (!word.required) continue;
    Query one = word.unweighed(with_corrections);
    needed.push_back(one.empty() ? nothing() : std::move(one));
  }
  if (needed.empty()) return nothing();
  return {Query::OP_AND_NOT, query, all_of(needed)};
}

Query Plan::corrected_strict(std::optional<FieldId> without) const {
  return corrects() ? bounded(Tier::corrected, all_words(true), without) : strict(without);
}

bool Plan::corrects() const {
  return std::ranges::any_of(words, [](auto const& word) { return word.is_corrected(); });
}

std::size_t Plan::required_words() const {
  return static_cast<std::size_t>(std::ranges::count(words, true, &PlannedUnit::required));
}

Query Plan::relaxed(std::optional<FieldId> without) const {
  return bounded(Tier::relaxed, enough_words(), without);
}

Query Plan::enough_words() const {
  std::vector<Query> needed;
  std::vector<Query> welcome;
  for (auto const& word : words) {
    Query query = word.query(true);
    if (query.empty()) query = nothing();
    (word.required || is_sentence ? needed : welcome).push_back(std::move(query));
  }
  Query query = any_of(needed);
  std::size_t const least = (needed.size() + 1) / 2;
  if (!is_sentence && least > 1) {
    query = Query(Query::OP_FILTER, query, enough_of(needed, least));
  }
  return welcome.empty() ? query : Query(Query::OP_AND_MAYBE, query, any_of(welcome));
}

Plan plan_text(Request const& request, QueryLimits const& limits, Snapshot const& snapshot,
               Reader& reader) {
  if (request.syntax != Syntax::either)
    return read_text(request, request.syntax, limits, snapshot, reader);
  try {
    return read_text(request, Syntax::operators, limits, snapshot, reader);
  } catch (BadRequest const&) {
    return read_text(request, Syntax::words, limits, snapshot, reader);
  }
}

bool same_text(Request const& one, Request const& other) {
  auto const parts = [](Request const& request) {
    return std::tie(request.q, request.syntax, request.only_in, request.optional, request.any_word,
                    request.corrects, request.completes, request.expands);
  };
  return parts(one) == parts(other);
}

void plan_filters(Plan& plan, Request const& request, Reader& reader) {
  Planner const planner(reader, plan);
  for (auto const& [id, values] : request.filters) {
    std::vector<Query> alternatives;
    for (auto const& value : values) {
      alternatives.emplace_back(index::value_term(index::field(id), checked_value(id, value)));
    }
    if (!alternatives.empty()) plan.filters.emplace_back(id, any_of(alternatives));
  }
  for (auto const& condition : request.conditions)
    plan.conditions.push_back(condition_query(condition, planner));
  for (auto const& preference : request.preferred) {
    plan.preferred.emplace_back(Query::OP_SCALE_WEIGHT, condition_query(preference, planner),
                                index::preference_weight);
  }
  check_date(request.from, "from");
  check_date(request.to, "to");
  if (!request.from.empty() && !request.to.empty() &&
      day_span(request.from)->first > day_span(request.to)->last) {
    throw BadRequest("from is later than to", "from");
  }
  if (!request.from.empty() || !request.to.empty()) {
    plan.filters.emplace_back(FieldId::date, planner.date_range(request.from, request.to));
  }
}

} // namespace recap::search
