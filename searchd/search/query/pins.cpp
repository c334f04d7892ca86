// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/pins.hpp"

#include "text/unicode.hpp"

#include <set>
#include <unordered_set>
#include <utility>

namespace recap::search {
namespace {

std::string quoted(std::string const& text) {
  return '"' + text + '"';
}

void check_articles(PinRule const& rule) {
  auto const refuse = [&rule](std::string const& reason) { throw BadRule(reason, rule.line); };
  if (rule.pinned.empty() && rule.hidden.empty())
    refuse("the rule pins and hides nothing; write pinned or hidden, or take it out");
  if (rule.pinned.size() > most_pinned)
    refuse("pins more than " + std::to_string(most_pinned) + " articles; leave the last out");
  if (rule.hidden.size() > most_hidden)
    refuse("hides more than " + std::to_string(most_hidden) + " articles");
  std::set<std::string> ids;
  std::set<std::size_t> places;
  auto const check = [&](std::string const& id) {
    if (id.empty()) refuse("an id is empty");
    if (!ids.insert(id).second) refuse(quoted(id) + " is named twice; name it once");
  };
  for (auto const& [id, place] : rule.pinned) {
    check(id);
    if (place > last_pinned_place)
      refuse("place is a number from 1 to " + std::to_string(last_pinned_place));
    if (place != 0 && !places.insert(place).second)
      refuse("two articles are pinned to place " + std::to_string(place));
  }
  for (auto const& id : rule.hidden)
    check(id);
}

} // namespace

Pins::Pins(std::vector<PinRule> const& rules, std::string version)
    : version_(std::move(version)) {
  std::unordered_map<std::string, std::size_t> lines;
  std::unordered_set<std::string> known;
  for (auto const& rule : rules) {
    if (rule.queries.empty()) throw BadRule("the rule has no query", rule.line);
    check_articles(rule);
    for (auto const& query : rule.queries) {
      auto const q = text::fold(query);
      if (q.empty()) throw BadRule("a query is empty", rule.line);
      auto const [line, is_new] = lines.emplace(q, rule.line);
      if (!is_new)
        throw BadRule("the query " + quoted(q) + " has a rule already, in line " +
                          std::to_string(line->second) + "; write both as one",
                      rule.line);
      rules_.emplace(q, choices_.size());
    }
    if (rules_.size() > most_pinned_queries)
      throw BadRule("the file has more than " + std::to_string(most_pinned_queries) + " queries",
                    rule.line);
    auto const name = [&](std::string const& id) {
      if (known.insert(id).second) named_.push_back({.id = id, .line = rule.line});
    };
    for (auto const& one : rule.pinned)
      name(one.id);
    for (auto const& id : rule.hidden)
      name(id);
    choices_.push_back({.pinned = rule.pinned, .hidden = rule.hidden});
  }
}

Pins::Choice const* Pins::find(std::string_view q) const {
  if (rules_.empty() || q.empty()) return nullptr;
  auto const found = rules_.find(text::fold(q));
  return found == rules_.end() ? nullptr : &choices_[found->second];
}

} // namespace recap::search
