// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/planner.hpp"

#include "index/ranking.hpp"
#include "searchd/search/arrangement.hpp"
#include "searchd/search/dates.hpp"
#include "searchd/search/matching.hpp"
#include "text/stop_words.hpp"

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

/// A sentence asks for the parts of its compounds one by one: hardly any article has the compound.
/// `aiohttp/redis` always does: a slash joins what can stand alone.
bool goes_by_parts(Unit const& unit, bool in_sentence) {
  return !unit.sequence.empty() && (in_sentence || unit.typed.find('/') != std::string::npos);
}

std::vector<Unit> parts_of(Unit const& unit, text::Analyser& analyser) {
  std::vector<Unit> parts;
  for (auto const& word : unit.sequence) {
    auto units = units_of_words(analyser, word);
    std::ranges::move(units, std::back_inserter(parts));
  }
  for (Unit& part : parts)
    part.offset = unit.offset;
  return parts;
}

Query value(Node const& node) {
  std::string written = node.text;
  if (node.field == FieldId::season) written = index::season_named(node.text).value_or("");
  if (node.field == FieldId::lang) written = index::language_named(node.text);
  return {Query::OP_SCALE_WEIGHT, Query(index::value_term(index::field(*node.field), written)),
          0.0};
}

/// The units with the parts in place of those that go by parts.
std::vector<Unit> by_parts(std::vector<Unit> units, bool in_sentence, text::Analyser& analyser) {
  std::vector<Unit> parts;
  for (Unit& unit : units) {
    if (goes_by_parts(unit, in_sentence)) {
      std::ranges::move(parts_of(unit, analyser), std::back_inserter(parts));
    } else {
      parts.push_back(std::move(unit));
    }
  }
  return parts;
}

bool names_something(Unit const& unit) {
  return unit.field || unit.kind != Unit::Kind::word ||
         !(text::is_stop_word(unit.word) || text::is_stop_word(unit.hangul ? unit.stem : ""));
}

} // namespace

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
  std::vector<Unit> plain;
  for (Node const& child : node.children) {
    if (child.kind == Node::Kind::words && !is_value(child)) {
      std::ranges::move(units(child), std::back_inserter(plain));
    } else if (child.kind == Node::Kind::none_of) {
      if (Query query = negated(child); !query.empty()) excluded.push_back(std::move(query));
    } else if (Query query = required_of(child); !query.empty()) {
      required.push_back(std::move(query));
    }
  }
  plan_words(std::move(plain));
  if (!required.empty()) plan_.required = all_of(required);
  if (!excluded.empty()) plan_.excluded = any_of(excluded);
  plan_.has_text = !plan_.words.empty() || !plan_.shown.empty();
  plan_.asks = plan_.has_text || !required.empty() || !excluded.empty();
}

/// Empty when nothing is asked for (punctuation): that excludes and requires nothing.
Query Planner::required_of(Node const& node) {
  switch (node.kind) {
  case Node::Kind::words: return is_value(node) ? value(node) : expanded_group(words(node));
  case Node::Kind::phrase: return is_value(node) ? value(node) : phrase(node);
  case Node::Kind::prefix: return prefix(node);
  case Node::Kind::range:
    return node.field == FieldId::date ? date_range(node.from, node.to)
                                       : year_range(node.from, node.to);
  case Node::Kind::near: return near(node);
  case Node::Kind::none_of: return {Query::OP_AND_NOT, Query(std::string()), negated(node)};
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
  if (!together.empty()) positive.push_back(expanded_group(std::move(together)));
  if (positive.empty() && excluded.empty()) return {};
  Query const whole = positive.empty() ? Query(std::string())
                      : all            ? all_of(positive)
                                       : any_of(positive);
  return excluded.empty() ? whole : Query(Query::OP_AND_NOT, whole, any_of(excluded));
}

/// What is excluded is not highlighted, and is the word itself: its synonyms may stay.
Query Planner::negated(Node const& node) {
  auto const shown = plan_.shown.size();
  bool const expanded = std::exchange(expands_, false);
  bool const weighed = std::exchange(weighs_, false);
  Query query = required_of(node.children.front());
  expands_ = expanded;
  weighs_ = weighed;
  plan_.shown.resize(shown);
  return query;
}

/// Words that join others weigh little and are not required, unless there are no others.
void Planner::plan_words(std::vector<Unit> plain) {
  plain = by_parts(std::move(plain), false, analyser_);
  auto const count_naming = [&] {
    return static_cast<std::size_t>(std::ranges::count_if(plain, names_something));
  };
  plan_.is_sentence = count_naming() > most_tiered_words;
  if (plan_.is_sentence) plain = by_parts(std::move(plain), true, analyser_);
  auto const naming = count_naming();
  for (Unit& unit : plain) {
    PlannedUnit planned;
    planned.required = naming == 0 || names_something(unit);
    planned.ways = ways_.direct(unit, planned.required ? 1 : index::function_word_share);
    planned.unit = std::move(unit);
    plan_.words.push_back(std::move(planned));
  }
  if (expands_) add_synonyms(plan_.words);
}

Query Planner::expanded_group(std::vector<PlannedUnit> units) {
  if (expands_) add_synonyms(units);
  return group(std::move(units));
}

Query Planner::group(std::vector<PlannedUnit> units) {
  std::vector<Query> queries;
  for (auto& unit : units) {
    queries.push_back(weighs_ ? unit.query(false) : unit.unweighed(false));
    plan_.shown.push_back(std::move(unit));
  }
  return queries.empty() ? Query() : all_of(queries);
}

std::vector<Unit> Planner::units(Node const& node) {
  auto units = units_of_words(analyser_, node.text);
  for (Unit& unit : units) {
    unit.field = node.field;
    unit.offset += node.position;
  }
  return units;
}

std::vector<PlannedUnit> Planner::words(Node const& node) {
  std::vector<PlannedUnit> planned;
  for (Unit& unit : units(node)) {
    auto ways = ways_.direct(unit);
    planned.push_back({.unit = std::move(unit), .ways = std::move(ways)});
  }
  return planned;
}

Query Planner::phrase(Node const& node) {
  auto unit = unit_of_phrase(analyser_, node.text);
  if (!unit) return {};
  unit->field = node.field;
  Way way = ways_.sequence(MatchKind::word, *unit, 1);
  Query query = query_of(way);
  plan_.shown.push_back({.unit = std::move(*unit), .ways = {std::move(way)}});
  return query;
}

/// Refused rather than cut: a `*` that stands for some of its words only would not mean what it
/// says.
void Planner::check_completions(Node const& node, std::string const& begin) const {
  std::size_t completions = 0;
  auto const end = database_.allterms_end(begin);
  for (auto term = database_.allterms_begin(begin); term != end; ++term) {
    if (++completions > most_completions) {
      throw BadQuery("too-many-completions",
                     "more than " + std::to_string(most_completions) + " words begin with " +
                         node.text + "; type more letters before the *",
                     node.position);
    }
  }
}

Query Planner::prefix(Node const& node) {
  auto planned = words(node);
  if (planned.empty()) return {};
  PlannedUnit last = std::move(planned.back());
  planned.pop_back();
  last.unit.kind = Unit::Kind::prefix;
  last.unit.sequence.clear();
  std::string const begin = index::word_term(prefix_of(last.unit), last.unit.word);
  check_completions(node, begin);
  last.ways = {Way{.kind = MatchKind::prefix, .unit = last.unit, .terms = {}, .as_written = {}}};
  plan_.shown.push_back(std::move(last));
  Query const words =
      weighed(Query(Query::OP_WILDCARD, begin, 0, Query::WILDCARD_LIMIT_ERROR, Query::OP_MAX), 1);
  Query const before = group(std::move(planned));
  return before.empty() ? words : Query(Query::OP_AND, before, words);
}

Query Planner::near(Node const& node) {
  std::vector<std::string> terms;
  for (Node const& child : node.children) {
    auto planned = words(child);
    if (planned.size() != 1 || planned[0].unit.kind != Unit::Kind::word) {
      throw BadQuery("near-operand", "NEAR takes one plain word on each side", child.position);
    }
    terms.push_back(index::word_term(prefix_of(planned[0].unit), planned[0].unit.word));
    plan_.shown.push_back(std::move(planned[0]));
  }
  return near_query(reader_, std::move(terms), static_cast<Xapian::termpos>(node.distance));
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
