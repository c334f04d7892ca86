// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/checksum.hpp"
#include "searchd/rule_file.hpp"
#include "searchd/rule_toml.hpp"
#include "searchd/search/query/pins.hpp"

#include <algorithm>

namespace recap {
namespace {

using search::BadRule;
using search::Pinned;
using search::PinRule;

constexpr auto pinned_form = "pinned is a list of ids in quotes, or of { id = \"...\", place = 3 }";

/// `"id"`, or `{ id = "id", place = 3 }`.
Pinned pinned_article(toml::node const& node) {
  if (auto const* const id = node.as_string()) return {.id = id->get()};
  auto const* const table = node.as_table();
  if (table == nullptr) throw BadRule(pinned_form, line_of(node));
  Pinned pinned;
  for (auto const& [key, value] : *table) {
    auto const* const id = key == "id" ? value.as_string() : nullptr;
    auto const* const place = key == "place" ? value.as_integer() : nullptr;
    auto const last = static_cast<std::int64_t>(search::last_pinned_place);
    if (id != nullptr) {
      pinned.id = id->get();
    } else if (place != nullptr && place->get() >= 1 && place->get() <= last) {
      pinned.place = static_cast<std::size_t>(place->get());
    } else if (key == "place") {
      throw BadRule("place is a number from 1 to " + std::to_string(last), line_of(value));
    } else {
      throw BadRule(pinned_form, line_of(value));
    }
  }
  return pinned;
}

std::vector<Pinned> pinned_articles(toml::node const& node) {
  auto const* const list = node.as_array();
  if (list == nullptr) throw BadRule(pinned_form, line_of(node));
  std::vector<Pinned> articles;
  for (auto const& one : *list)
    articles.push_back(pinned_article(one));
  return articles;
}

PinRule pin_rule(toml::node const& node) {
  auto const* const table = node.as_table();
  if (table == nullptr) throw BadRule("write [[query]] in a line of its own", line_of(node));
  PinRule rule{.line = line_of(node)};
  for (auto const& [key, value] : *table) {
    if (key == "q") {
      rule.queries = texts_of(value, "q");
    } else if (key == "pinned") {
      rule.pinned = pinned_articles(value);
    } else if (key == "hidden") {
      rule.hidden = texts_of(value, "hidden");
    } else {
      throw BadRule("[[query]] has q, pinned and hidden, and no " + std::string(key.str()),
                    line_of(value));
    }
  }
  if (rule.queries.empty()) throw BadRule("[[query]] lacks q", rule.line);
  return rule;
}

} // namespace

search::Pins read_pins(std::string const& content) {
  auto const file = rule_table(content);
  std::vector<PinRule> rules;
  for (auto const& [key, value] : file) {
    if (key != "query") {
      throw BadRule("unknown table " + std::string(key.str()) + "; use [[query]]",
                    key.source().begin.line);
    }
    auto const* const list = value.as_array();
    if (list == nullptr) throw BadRule("write [[query]], in two brackets", line_of(value));
    for (auto const& rule : *list)
      rules.push_back(pin_rule(rule));
  }
  return search::Pins(rules, index::checksum(content));
}

} // namespace recap
