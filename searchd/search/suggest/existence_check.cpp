// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/suggest/existence_check.hpp"

#include "searchd/search/match/best_matches.hpp"
#include "searchd/search/match/reader.hpp"
#include "searchd/search/plan/command_options.hpp"
#include "searchd/search/plan/planner.hpp"
#include "searchd/search/query/stop_word_list.hpp"

#include <algorithm>

namespace recap::search {
namespace {

/// Limit for one candidate: a phrase of frequent words may occur nowhere.
constexpr std::uint64_t most_postings = 200'000;

} // namespace

bool ExistenceCheck::finds(std::string_view q) const try {
  Plan plan;
  Planner(reader_, plan, false).root(parse_query(q, limits_, options_of(reader_)));
  bool const fits = plan.words.size() + plan.shown.size() <= limits_.terms;
  return plan.asks && fits && finds(std::move(plan));
} catch (BadRequest const&) {
  return false;
}

bool ExistenceCheck::finds(Plan plan) const {
  std::vector<Clause> required;
  for (PlannedUnit const& word : plan.words) {
    if (word.required) required.push_back(word.typed());
  }
  if (plan.required) required.push_back(std::move(*plan.required));
  Clause clause = required.empty() ? everything() : all_of(std::move(required));
  if (plan.excluded) clause = without(std::move(clause), std::move(*plan.excluded));
  Work work(most_postings);
  return first_match(reader_, clause, work) != 0;
}

bool ExistenceCheck::is_words(std::string_view q) const try {
  auto const query = parse_query(q, limits_, options_of(reader_));
  bool const is_plain = std::ranges::all_of(query.children, [](Node const& node) {
    return node.kind == Node::Kind::words && !node.field;
  });
  // A word has at least one byte, and one before the next.
  return is_plain && (q.size() < 2 * limits_.terms ||
                      units_of_words(reader_.analyser, q).size() <= limits_.terms);
} catch (BadRequest const&) {
  return false;
}

bool ExistenceCheck::is_hopeless(std::string_view beginning) const {
  auto const words = reader_.analyser.analyse(beginning);
  // Stop words are required only if there are no other words.
  bool const names_something = std::ranges::any_of(words, [this](auto const& token) {
    auto const& stop_words = *reader_.levers.stop_words;
    return !stop_words.has(token.word) && !stop_words.has(token.stem);
  });
  return names_something && is_words(beginning) && !finds(beginning);
}

} // namespace recap::search
