// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/synonym_file.hpp"

#include "index/checksum.hpp"
#include <toml++/toml.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace recap {
namespace {

using search::BadSynonym;
using search::SynonymRule;

std::size_t line_of(toml::node const& node) {
  return node.source().begin.line;
}

std::vector<std::string> texts_of(toml::node const& node, std::string const& key) {
  if (auto const* const text = node.as_string()) return {text->get()};
  auto const* const list = node.as_array();
  if (list == nullptr || list->empty())
    throw BadSynonym(key + " is a list of texts in quotes", line_of(node));
  std::vector<std::string> texts;
  for (auto const& item : *list) {
    auto const* const text = item.as_string();
    if (text == nullptr) throw BadSynonym(key + " is a list of texts in quotes", line_of(item));
    texts.push_back(text->get());
  }
  return texts;
}

/// One table `[[mutual]]` with `words`, or `[[one-way]]` with `from` and `to`.
SynonymRule rule_of(toml::node const& node, std::string const& kind) {
  auto const* const table = node.as_table();
  if (table == nullptr)
    throw BadSynonym("write [[" + kind + "]] in a line of its own", line_of(node));
  bool const mutual = kind == "mutual";
  SynonymRule rule{.from = {}, .to = {}, .line = line_of(node)};
  for (auto const& [key, value] : *table) {
    std::string const name(key.str());
    if (name == (mutual ? "words" : "from")) {
      rule.from = texts_of(value, name);
    } else if (name == "to" && !mutual) {
      rule.to = texts_of(value, name);
    } else {
      throw BadSynonym("[[" + kind + "]] has " + (mutual ? "words" : "from and to") + ", and no " +
                           name,
                       line_of(value));
    }
  }
  if (rule.from.empty() || (!mutual && rule.to.empty())) {
    throw BadSynonym("[[" + kind + "]] lacks " +
                         (mutual              ? "words"
                          : rule.from.empty() ? "from"
                                              : "to"),
                     rule.line);
  }
  return rule;
}

std::vector<SynonymRule> rules_of(toml::table const& file) {
  std::vector<SynonymRule> rules;
  for (auto const& [key, value] : file) {
    std::string const kind(key.str());
    if (kind != "mutual" && kind != "one-way") {
      throw BadSynonym("unknown table " + kind + "; use [[mutual]] or [[one-way]]",
                       key.source().begin.line);
    }
    auto const* const list = value.as_array();
    if (list == nullptr)
      throw BadSynonym("write [[" + kind + "]], in two brackets", line_of(value));
    for (auto const& rule : *list)
      rules.push_back(rule_of(rule, kind));
  }
  std::ranges::stable_sort(rules, {}, &SynonymRule::line);
  return rules;
}

} // namespace

std::shared_ptr<search::Synonyms const> SynonymFile::read_if_changed() {
  return file_.read_if_changed([&](std::string const& content) {
    std::string const place = path().string() + ':';
    try {
      return std::make_shared<search::Synonyms const>(rules_of(toml::parse(content)),
                                                      index::checksum(content));
    } catch (toml::parse_error const& error) {
      throw std::invalid_argument(place + std::to_string(error.source().begin.line) +
                                  ": not TOML here: " + std::string(error.description()));
    } catch (BadSynonym const& error) {
      throw std::invalid_argument(place + std::to_string(error.line()) + ": " + error.what());
    }
  });
}

} // namespace recap
