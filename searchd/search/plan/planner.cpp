// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/plan/planner.hpp"

#include "index/ranking.hpp"
#include "searchd/search/match/reader.hpp"
#include "searchd/search/plan/conditions.hpp"
#include "searchd/search/query/stop_word_list.hpp"

#include <algorithm>
#include <utility>

namespace recap::search {
namespace {

using index::FieldId;

bool is_value(Node const& node) {
  return node.field == FieldId::season || node.field == FieldId::lang;
}

/// True if the parts of a compound are searched separately: in a sentence, because hardly any
/// article has the compound, and always for `aiohttp/redis`, because a slash joins independent
/// words.
bool goes_by_parts(Unit const& unit, bool in_sentence) {
  return !unit.sequence.empty() && (in_sentence || unit.typed.find('/') != std::string::npos);
}

std::vector<Unit> parts_of(Unit const& unit, text::Analyser& analyser) {
  std::vector<Unit> parts;
  for (auto const& token : analyser.analyse(unit.typed)) {
    if (token.kind == text::TokenKind::compound) continue;
    auto const word = std::string_view(unit.typed).substr(token.begin, token.end - token.begin);
    for (Unit& part : units_of_words(analyser, word)) {
      part.offset += unit.offset + token.begin;
      parts.push_back(std::move(part));
    }
  }
  return parts;
}

Clause value(Node const& node) {
  auto const& field = index::field(*node.field);
  return value_clause(index::value_term(field, index::stored_value(field, node.text).value_or("")));
}

/// The units, with compounds replaced by their parts if they go by parts.
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

bool names_something(Unit const& unit, StopWordList const& stop_words) {
  return unit.field || unit.kind != Unit::Kind::word ||
         !(stop_words.has(unit.word) || stop_words.has(unit.hangul ? unit.stem : ""));
}

} // namespace

Planner::Planner(Reader& reader, Plan& plan, bool expands)
    : reader_(reader)
    , analyser_(reader.analyser)
    , synonyms_(*reader.levers.synonyms)
    , alternatives_(reader)
    , plan_(plan)
    , expands_(expands) {}

void Planner::root(Node const& node) {
  std::vector<Clause> required;
  std::vector<Clause> excluded;
  std::vector<Unit> plain;
  for (Node const& child : node.children) {
    if (child.kind == Node::Kind::words && !is_value(child)) {
      std::ranges::move(units(child), std::back_inserter(plain));
    } else if (child.kind == Node::Kind::none_of) {
      if (auto clause = negated(child)) excluded.push_back(std::move(*clause));
    } else if (auto clause = required_of(child)) {
      required.push_back(std::move(*clause));
    }
  }
  plan_words(std::move(plain));
  plan_.has_text = !plan_.words.empty() || !plan_.shown.empty();
  plan_.asks = plan_.has_text || !required.empty() || !excluded.empty();
  if (!required.empty()) plan_.required = all_of(std::move(required));
  if (!excluded.empty()) plan_.excluded = any_of(std::move(excluded));
}

std::optional<Clause> Planner::required_of(Node const& node) {
  switch (node.kind) {
  case Node::Kind::words: return is_value(node) ? value(node) : expanded_group(words(node));
  case Node::Kind::phrase: return is_value(node) ? value(node) : phrase(node);
  case Node::Kind::prefix: return prefix(node);
  case Node::Kind::range:
    return node.field == FieldId::date ? date_range(reader_, node.from, node.to)
                                       : year_range(reader_, node.from, node.to);
  case Node::Kind::near: return near(node);
  case Node::Kind::none_of: return without(everything(), negated(node).value_or(Clause{}));
  case Node::Kind::all_of:
  case Node::Kind::any_of: break;
  }
  return combined(node);
}

std::optional<Clause> Planner::combined(Node const& node) {
  bool const all = node.kind == Node::Kind::all_of;
  std::vector<Clause> positive;
  std::vector<Clause> excluded;
  std::vector<PlannedUnit> together;
  for (Node const& child : node.children) {
    if (all && child.kind == Node::Kind::words && !is_value(child)) {
      std::ranges::move(words(child), std::back_inserter(together));
      continue;
    }
    bool const negative = child.kind == Node::Kind::none_of && all;
    if (auto clause = negative ? negated(child) : required_of(child))
      (negative ? excluded : positive).push_back(std::move(*clause));
  }
  if (!together.empty()) positive.push_back(*expanded_group(std::move(together)));
  if (positive.empty() && excluded.empty()) return std::nullopt;
  Clause whole = positive.empty() ? everything()
                 : all            ? all_of(std::move(positive))
                                  : any_of(std::move(positive));
  return excluded.empty() ? whole : without(std::move(whole), any_of(std::move(excluded)));
}

/// Excluded words are not highlighted, and have no synonyms.
std::optional<Clause> Planner::negated(Node const& node) {
  auto const shown = plan_.shown.size();
  bool const expanded = std::exchange(expands_, false);
  auto clause = required_of(node.children.front());
  expands_ = expanded;
  plan_.shown.resize(shown);
  return clause ? std::optional(unweighed(std::move(*clause))) : std::nullopt;
}

/// Stop words weigh little and are not required, unless there are no other words.
void Planner::plan_words(std::vector<Unit> plain) {
  auto const& stop_words = *reader_.levers.stop_words;
  plain = by_parts(std::move(plain), false, analyser_);
  auto const count_naming = [&] {
    return static_cast<std::size_t>(std::ranges::count_if(
        plain, [&](Unit const& unit) { return names_something(unit, stop_words); }));
  };
  // If all words are stop words, all are required.
  auto const naming = count_naming();
  plan_.is_sentence = (naming > 0 ? naming : plain.size()) > most_tiered_words;
  if (plan_.is_sentence) plain = by_parts(std::move(plain), true, analyser_);
  bool const all_required = count_naming() == 0;
  for (Unit& unit : plain) {
    PlannedUnit planned;
    planned.required = all_required || names_something(unit, stop_words);
    planned.is_stop_word = !planned.required;
    planned.alternatives =
        alternatives_.direct(unit, planned.required ? 1 : index::stop_word_share);
    planned.unit = std::move(unit);
    plan_.words.push_back(std::move(planned));
  }
  if (expands_) add_synonyms(plan_.words);
}

std::optional<Clause> Planner::expanded_group(std::vector<PlannedUnit> units) {
  if (expands_) add_synonyms(units);
  return group(std::move(units));
}

std::optional<Clause> Planner::group(std::vector<PlannedUnit> units) {
  std::vector<Clause> clauses;
  for (auto& unit : units) {
    clauses.push_back(unit.typed());
    plan_.shown.push_back(std::move(unit));
  }
  return clauses.empty() ? std::nullopt : std::optional(all_of(std::move(clauses)));
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
    auto alternatives = alternatives_.direct(unit);
    planned.push_back({.unit = std::move(unit), .alternatives = std::move(alternatives)});
  }
  return planned;
}

std::optional<Clause> Planner::phrase(Node const& node) {
  auto unit = unit_of_phrase(analyser_, node.text);
  if (!unit) return std::nullopt;
  unit->field = node.field;
  Alternative alternative = alternatives_.sequence(MatchKind::word, *unit, 1);
  Clause clause = clause_of(alternative);
  plan_.shown.push_back({.unit = std::move(*unit), .alternatives = {std::move(alternative)}});
  return clause;
}

/// Rejects instead of cutting: a `*` that matches only some of its words would be misleading.
std::vector<std::string> Planner::completions(Node const& node, std::string const& begin) {
  auto terms = reader_.terms_beginning(begin, most_prefix_completions + 1);
  if (terms.size() > most_prefix_completions) {
    throw BadQuery("too-many-completions",
                   "more than " + std::to_string(most_prefix_completions) + " words begin with " +
                       node.text + "; type more letters before the *",
                   node.position);
  }
  return terms;
}

std::optional<Clause> Planner::prefix(Node const& node) {
  auto planned = words(node);
  if (planned.empty()) return std::nullopt;
  PlannedUnit last = std::move(planned.back());
  planned.pop_back();
  last.unit.kind = Unit::Kind::prefix;
  last.unit.sequence.clear();
  last.unit.apart.clear();
  std::vector<Clause> words;
  for (auto& term : completions(node, index::word_term(prefix_of(last.unit), last.unit.word)))
    words.push_back(term_clause(std::move(term), 1));
  last.alternatives = {Alternative{.kind = MatchKind::prefix, .unit = last.unit}};
  plan_.shown.push_back(std::move(last));
  std::vector<Clause> all;
  if (auto before = group(std::move(planned))) all.push_back(std::move(*before));
  all.push_back(best_of(std::move(words)));
  return all_of(std::move(all));
}

std::optional<Clause> Planner::near(Node const& node) {
  std::vector<std::string> terms;
  for (Node const& child : node.children) {
    auto planned = words(child);
    if (planned.size() != 1 || planned[0].unit.kind != Unit::Kind::word) {
      throw BadQuery("near-operand", "NEAR takes one plain word on each side", child.position);
    }
    terms.push_back(index::word_term(prefix_of(planned[0].unit), planned[0].unit.word));
    plan_.shown.push_back(std::move(planned[0]));
  }
  return near_clause(std::move(terms), static_cast<std::uint32_t>(node.distance), 1);
}

} // namespace recap::search
