// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/rule_toml.hpp"

#include "searchd/search/query/bad_rule.hpp"

namespace recap {

using search::BadRule;

toml::table rule_table(std::string const& content) {
  try {
    return toml::parse(content);
  } catch (toml::parse_error const& error) {
    throw BadRule("not TOML here: " + std::string(error.description()), error.source().begin.line);
  }
}

std::size_t line_of(toml::node const& node) {
  return node.source().begin.line;
}

std::vector<std::string> texts_of(toml::node const& node, std::string const& key) {
  if (auto const* const text = node.as_string()) return {text->get()};
  auto const* const list = node.as_array();
  if (list == nullptr) throw BadRule(key + " is a list of texts in quotes", line_of(node));
  std::vector<std::string> texts;
  for (auto const& item : *list) {
    auto const* const text = item.as_string();
    if (text == nullptr) throw BadRule(key + " is a list of texts in quotes", line_of(item));
    texts.push_back(text->get());
  }
  return texts;
}

} // namespace recap
