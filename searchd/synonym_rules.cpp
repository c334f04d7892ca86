// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/checksum.hpp"
#include "searchd/rule_file.hpp"
#include "searchd/rule_toml.hpp"
#include "searchd/search/query/synonyms.hpp"

#include <algorithm>
#include <string_view>

namespace recap {
namespace {

using search::BadRule;
using search::SynonymRule;

/// One table `[[mutual]]` with `words`, or `[[one-way]]` with `from` and `to`.
SynonymRule synonym_rule(toml::node const& node, std::string const& kind) {
  auto const* const table = node.as_table();
  if (table == nullptr) throw BadRule("write [[" + kind + "]] in a line of its own", line_of(node));
  bool const mutual = kind == "mutual";
  SynonymRule rule{.line = line_of(node)};
  for (auto const& [key, value] : *table) {
    std::string const name(key.str());
    if (name == (mutual ? "words" : "from")) {
      rule.from = texts_of(value, name);
    } else if (name == "to" && !mutual) {
      rule.to = texts_of(value, name);
    } else {
      throw BadRule("[[" + kind + "]] has " + (mutual ? "words" : "from and to") + ", and no " +
                        name,
                    line_of(value));
    }
  }
  if (rule.from.empty() || (!mutual && rule.to.empty())) {
    throw BadRule("[[" + kind + "]] lacks " +
                      (mutual              ? "words"
                       : rule.from.empty() ? "from"
                                           : "to"),
                  rule.line);
  }
  return rule;
}

std::vector<SynonymRule> synonym_rules(toml::table const& file) {
  std::vector<SynonymRule> rules;
  for (auto const& [key, value] : file) {
    std::string const kind(key.str());
    if (kind != "mutual" && kind != "one-way") {
      throw BadRule("unknown table " + kind + "; use [[mutual]] or [[one-way]]",
                    key.source().begin.line);
    }
    auto const* const list = value.as_array();
    if (list == nullptr) throw BadRule("write [[" + kind + "]], in two brackets", line_of(value));
    for (auto const& rule : *list)
      rules.push_back(synonym_rule(rule, kind));
  }
  std::ranges::stable_sort(rules, {}, &SynonymRule::line);
  return rules;
}

} // namespace

search::Synonyms read_synonyms(std::string const& content) {
  return search::Synonyms(synonym_rules(rule_table(content)), index::checksum(content));
}

} // namespace recap
