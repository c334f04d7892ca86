// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/checksum.hpp"
#include "searchd/rule_file.hpp"
#include "searchd/rule_toml.hpp"
#include "searchd/search/query/stop_word_list.hpp"

#include <algorithm>

namespace recap {
namespace {

using search::BadRule;
using search::StopWordRule;

/// A table named after a language, with `add` and `remove`.
StopWordRule stop_word_rule(toml::key const& name, toml::node const& node) {
  std::string const language(name.str());
  bool const is_language =
      language.size() >= 2 && language.size() <= 3 &&
      std::ranges::all_of(language, [](char c) { return c >= 'a' && c <= 'z'; });
  auto const* const table = node.as_table();
  if (!is_language || table == nullptr) {
    throw BadRule("write the language in brackets, as in [en] or [ko], and add = [...] below",
                  name.source().begin.line);
  }
  StopWordRule rule{.language = language, .line = line_of(node)};
  for (auto const& [key, value] : *table) {
    if (key == "add") {
      rule.added = texts_of(value, "add");
    } else if (key == "remove") {
      rule.removed = texts_of(value, "remove");
    } else {
      throw BadRule("[" + language + "] has add and remove, and no " + std::string(key.str()),
                    line_of(value));
    }
  }
  return rule;
}

} // namespace

search::StopWordList read_stop_words(std::string const& content) {
  auto const file = rule_table(content);
  std::vector<StopWordRule> rules;
  for (auto const& [key, value] : file)
    rules.push_back(stop_word_rule(key, value));
  std::ranges::stable_sort(rules, {}, &StopWordRule::line);
  return search::StopWordList(rules, index::checksum(content));
}

} // namespace recap
