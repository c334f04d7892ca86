// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sources/ignore_rules.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <span>

namespace recap::indexer {
namespace {

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> names;
  while (!path.empty()) {
    auto const end = std::min(path.find('/'), path.size());
    if (end > 0) names.emplace_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return names;
}

bool matches(std::span<std::string const> pattern, std::span<std::string const> path) {
  if (pattern.empty()) return path.empty();
  if (pattern.front() == "**") {
    // At the end it matches what is inside, not the folder itself.
    if (pattern.size() == 1) return !path.empty();
    for (std::size_t skipped = 0; skipped <= path.size(); ++skipped) {
      if (matches(pattern.subspan(1), path.subspan(skipped))) return true;
    }
    return false;
  }
  return !path.empty() && ::fnmatch(pattern.front().c_str(), path.front().c_str(), 0) == 0 &&
         matches(pattern.subspan(1), path.subspan(1));
}

} // namespace

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
    rule.names = split(line);
    if (!rule.names.empty()) rules_.push_back(std::move(rule));
  }
}

IgnoreRules::Verdict IgnoreRules::verdict(std::string_view path, bool is_folder) const {
  auto const names = split(path);
  if (names.empty()) return Verdict::none;
  for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule) {
    if (rule->folders_only && !is_folder) continue;
    std::span<std::string const> const whole(names);
    if (matches(rule->names, rule->anchored ? whole : whole.last(1)))
      return rule->negated ? Verdict::wanted : Verdict::ignored;
  }
  return Verdict::none;
}

} // namespace recap::indexer
