// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/planner.hpp"

#include "index/ranking.hpp"
#include "searchd/search/dates.hpp"

#include <algorithm>
#include <utility>

namespace recap::search {
namespace {

using index::FieldId;
using Xapian::Query;

/// Words that a `word*` may stand for; one more is refused rather than cut.
constexpr Xapian::termcount most_completions = 1000;

bool is_value(Node const& node) {
  return node.field == FieldId::season || node.field == FieldId::lang;
}

void add_bigrams(PlannedUnit& planned, Unit const& unit) {
  std::vector<Query> pairs;
  for (auto const pair : text::bigrams(unit.stem)) {
    pairs.emplace_back(index::bigram_term(pair));
    planned.joint_terms.push_back(index::bigram_term(pair));
  }
  if (pairs.empty()) return;
  double const scale = index::bigram_share / static_cast<double>(pairs.size());
  planned.query =
      Query(Query::OP_OR, planned.query, Query(Query::OP_SCALE_WEIGHT, all_of(pairs), scale));
}

Query value(Node const& node) {
  std::string written = node.text;
  if (node.field == FieldId::season) written = index::season_named(node.text).value_or("");
  return Query(index::value_term(index::field(*node.field), written));
}

} // namespace

std::string_view prefix_of(Unit const& unit) {
  return unit.field ? index::field(*unit.field).word_prefix : std::string_view();
}

Query side_by_side(std::vector<std::string> const& sequence, std::string_view prefix) {
  std::vector<std::string> terms;
  for (auto const& word : sequence)
    terms.push_back(index::word_term(prefix, word));
  if (terms.size() == 1) return Query(terms[0]);
  return {Query::OP_PHRASE, terms.begin(), terms.end(),
          static_cast<Xapian::termcount>(terms.size())};
}

PlannedUnit plan_unit(Unit unit) {
  PlannedUnit planned;
  auto const prefix = prefix_of(unit);
  std::string const stem = index::stem_term(prefix, unit.stem);
  planned.direct_terms.push_back(stem);
  planned.query = Query(stem);
  if (unit.kind == Unit::Kind::word && unit.stem != unit.word) {
    Query const exact(Query::OP_SCALE_WEIGHT, Query(index::word_term(prefix, unit.word)),
                      index::exact_form_bonus);
    planned.query = Query(Query::OP_AND_MAYBE, planned.query, exact);
  }
  bool const by_bigrams = unit.kind == Unit::Kind::cjk || unit.hangul;
  if (by_bigrams && prefix.empty()) add_bigrams(planned, unit);
  if (unit.kind == Unit::Kind::compound && !unit.sequence.empty()) {
    planned.query = Query(Query::OP_OR, planned.query, side_by_side(unit.sequence, prefix));
    for (auto const& word : unit.sequence)
      planned.joint_terms.push_back(index::word_term(prefix, word));
  }
  planned.unit = std::move(unit);
  return planned;
}

Query all_of(std::vector<Query> const& queries) {
  return queries.size() == 1 ? queries[0] : Query(Query::OP_AND, queries.begin(), queries.end());
}

Query any_of(std::vector<Query> const& queries) {
  return queries.size() == 1 ? queries[0] : Query(Query::OP_OR, queries.begin(), queries.end());
}

Query nothing() {
  return Query("Qthere is no such article");
}

void Planner::root(Node const& node) {
  std::vector<Query> required;
  std::vector<Query> excluded;
  for (Node const& child : node.children) {
    if (child.kind == Node::Kind::words && !is_value(child)) {
      auto planned = words(child);
      std::ranges::move(planned, std::back_inserter(plan_.words));
    } else if (child.kind == Node::Kind::none_of) {
      excluded.push_back(negated(child));
    } else if (Query query = required_of(child); !query.empty()) {
      required.push_back(std::move(query));
    }
  }
  add_synonyms(plan_.words);
  if (!required.empty()) plan_.required = all_of(required);
  if (!excluded.empty()) plan_.excluded = any_of(excluded);
  plan_.has_text = !plan_.words.empty() || !plan_.shown.empty();
  // Signs and pictures alone are asked for, and no article has them.
  bool const asks = plan_.has_text || !required.empty() || !excluded.empty();
  if (!asks && !node.children.empty()) plan_.required = nothing();
}

/// Empty when nothing is asked for (punctuation): that excludes and requires nothing.
Query Planner::required_of(Node const& node) {
  switch (node.kind) {
  case Node::Kind::words:
    return is_value(node) ? value(node) : group(words(node), Expansion::synonyms);
  case Node::Kind::phrase: return is_value(node) ? value(node) : phrase(node);
  case Node::Kind::prefix: return prefix(node);
  case Node::Kind::range:
    return node.field == FieldId::date ? date_range(node.from, node.to)
                                       : year_range(node.from, node.to);
  case Node::Kind::near: return near(node);
  case Node::Kind::none_of: return {Query::OP_AND_NOT, Query::MatchAll, negated(node)};
  case Node::Kind::all_of:
  case Node::Kind::any_of: break;
  }
  return combined(node);
}

Query Planner::combined(Node const& node) {
  bool const all = node.kind == Node::Kind::all_of;
  std::vector<Query> positive;
  std::vector<Query> excluded;
  std::vector<PlannedUnit> together;
  for (Node const& child : node.children) {
    if (all && child.kind == Node::Kind::words && !is_value(child)) {
      std::ranges::move(words(child), std::back_inserter(together));
      continue;
    }
    bool const negative = child.kind == Node::Kind::none_of && all;
    Query query = negative ? negated(child) : required_of(child);
    if (!query.empty()) (negative ? excluded : positive).push_back(std::move(query));
  }
  if (!together.empty()) positive.push_back(group(std::move(together), Expansion::synonyms));
  if (positive.empty() && excluded.empty()) return {};
  Query const whole = positive.empty() ? Query::MatchAll
                      : all            ? all_of(positive)
                                       : any_of(positive);
  return excluded.empty() ? whole : Query(Query::OP_AND_NOT, whole, any_of(excluded));
}

/// What is excluded is not highlighted, and is the word itself: its synonyms may stay.
Query Planner::negated(Node const& node) {
  auto const shown = plan_.shown.size();
  bool const expanded = std::exchange(expands_, false);
  Query query = required_of(node.children.front());
  expands_ = expanded;
  plan_.shown.resize(shown);
  return query;
}

Query Planner::group(std::vector<PlannedUnit> units, Expansion expansion) {
  if (expansion == Expansion::synonyms && expands_) add_synonyms(units);
  std::vector<Query> queries;
  for (auto& unit : units) {
    queries.push_back(unit.query);
    plan_.shown.push_back(std::move(unit));
  }
  return queries.empty() ? Query() : all_of(queries);
}

std::vector<PlannedUnit> Planner::words(Node const& node) {
  std::vector<PlannedUnit> planned;
  for (Unit& unit : units_of_words(analyser_, node.text)) {
    unit.field = node.field;
    planned.push_back(plan_unit(std::move(unit)));
  }
  return planned;
}

Query Planner::phrase(Node const& node) {
  auto unit = unit_of_phrase(analyser_, node.text);
  if (!unit) return {};
  unit->field = node.field;
  PlannedUnit planned;
  planned.query = side_by_side(unit->sequence, prefix_of(*unit));
  planned.direct_terms.push_back(index::word_term(prefix_of(*unit), unit->sequence.front()));
  planned.unit = std::move(*unit);
  plan_.shown.push_back(planned);
  return planned.query;
}

/// Refused rather than cut: a `*` that stands for some of its words only would not mean what it
/// says.
void Planner::check_completions(Node const& node, std::string const& begin) const {
  std::size_t completions = 0;
  auto const end = database_.allterms_end(begin);
  for (auto term = database_.allterms_begin(begin); term != end; ++term) {
    if (++completions > most_completions) {
      throw BadRequest("more than " + std::to_string(most_completions) + " words begin with " +
                           node.text + "; type more letters before the *",
                       "q", node.position);
    }
  }
}

Query Planner::prefix(Node const& node) {
  auto planned = words(node);
  if (planned.empty()) return {};
  PlannedUnit& last = planned.back();
  last.unit.kind = Unit::Kind::prefix;
  last.unit.sequence.clear();
  std::string const begin = index::word_term(prefix_of(last.unit), last.unit.word);
  check_completions(node, begin);
  last.query = Query(Query::OP_WILDCARD, begin);
  last.direct_terms.clear();
  return group(std::move(planned), Expansion::none);
}

Query Planner::near(Node const& node) {
  std::vector<std::string> terms;
  for (Node const& child : node.children) {
    auto planned = words(child);
    if (planned.size() != 1 || planned[0].unit.kind != Unit::Kind::word) {
      throw BadRequest("NEAR takes one plain word on each side", "q", child.position);
    }
    terms.push_back(index::word_term(prefix_of(planned[0].unit), planned[0].unit.word));
    plan_.shown.push_back(std::move(planned[0]));
  }
  return {Query::OP_NEAR, terms.begin(), terms.end(),
          static_cast<Xapian::termcount>(node.distance + 1)};
}

/// The years there are, between both ends.
Query Planner::year_range(std::string const& from, std::string const& to) const {
  std::string const prefix(index::field(FieldId::year).value_prefix);
  std::vector<Query> years;
  for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix);
       ++term) {
    std::string const year = (*term).substr(prefix.size());
    if (year.size() == 4 && (from.empty() || year >= from) && (to.empty() || year <= to)) {
      years.emplace_back(*term);
    }
  }
  return years.empty() ? nothing() : Query(Query::OP_SCALE_WEIGHT, any_of(years), 0.0);
}

Query Planner::date_range(std::string const& from, std::string const& to) const {
  auto const& field = index::field(FieldId::date);
  auto const year_of = [](std::string const& day) {
    return day_span(day.substr(0, 4));
  }; // 20230130
  auto const earliest = year_of(database_.get_value_lower_bound(field.slot));
  auto const latest = year_of(database_.get_value_upper_bound(field.slot));
  if (!latest) return nothing();
  // Nothing was published outside the years there are, and each year beyond would cost a term.
  auto first = from.empty() ? std::chrono::year(1) / 1 / 1 : day_span(from)->first;
  auto last = to.empty() ? latest->last : day_span(to)->last;
  if (earliest) first = std::max(first, earliest->first);
  last = std::min(last, latest->last);
  std::vector<Query> dates;
  for (auto const& date : covering_dates(first, last))
    dates.emplace_back(index::value_term(field, date));
  return dates.empty() ? nothing() : Query(Query::OP_SCALE_WEIGHT, any_of(dates), 0.0);
}

} // namespace recap::search
