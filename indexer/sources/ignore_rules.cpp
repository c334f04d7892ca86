// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sources/ignore_rules.hpp"

#include "indexer/site/path_glob.hpp"

#include <span>

namespace recap::indexer {
IgnoreRules::IgnoreRules(std::vector<std::string> const& lines) {
  for (std::string_view line : lines) {
    while (line.ends_with(' ') || line.ends_with('\r'))
      line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    Rule rule;
    if (line.front() == '!') {
      rule.negated = true;
      line.remove_prefix(1);
    }
    if (line.starts_with('\\')) line.remove_prefix(1);
    if (line.ends_with('/')) {
      rule.folders_only = true;
      line.remove_suffix(1);
    }
    rule.anchored = line.find('/') != std::string_view::npos;
    rule.names = names_of(line);
    if (!rule.names.empty()) rules_.push_back(std::move(rule));
  }
}

IgnoreRules::Verdict IgnoreRules::verdict(std::string_view path, bool is_folder) const {
  auto const names = names_of(path);
  if (names.empty()) return Verdict::none;
  for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule) {
    if (rule->folders_only && !is_folder) continue;
    std::span<std::string const> const whole(names);
    if (names_match(rule->names, rule->anchored ? whole : whole.last(1)))
      return rule->negated ? Verdict::wanted : Verdict::ignored;
  }
  return Verdict::none;
}

} // namespace recap::indexer
