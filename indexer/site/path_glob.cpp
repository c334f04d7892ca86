// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/path_glob.hpp"

#include <fnmatch.h>

#include <algorithm>

namespace recap::indexer {
namespace {

constexpr std::size_t most_patterns = 1000;

/// The offset of the brace that closes the one at `open`; npos without one.
std::size_t closing_brace(std::string_view pattern, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t at = open; at < pattern.size(); ++at) {
    if (pattern[at] == '{') ++depth;
    if (pattern[at] == '}' && --depth == 0) return at;
  }
  return std::string_view::npos;
}

/// The parts between the commas of the outermost level.
std::vector<std::string_view> alternatives(std::string_view inside) {
  std::vector<std::string_view> parts;
  std::size_t depth = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= inside.size(); ++at) {
    char const c = at < inside.size() ? inside[at] : ',';
    if (c == '{') ++depth;
    if (c == '}') --depth;
    if (c != ',' || (depth > 0 && at < inside.size())) continue;
    parts.push_back(inside.substr(begin, at - begin));
    begin = at + 1;
  }
  return parts;
}

void expand(std::string const& before, std::string_view pattern, std::vector<std::string>& all) {
  auto const open = pattern.find('{');
  auto const close =
      open == std::string_view::npos ? std::string_view::npos : closing_brace(pattern, open);
  if (close == std::string_view::npos || all.size() >= most_patterns) {
    all.push_back(before + std::string(pattern));
    return;
  }
  for (auto const part : alternatives(pattern.substr(open + 1, close - open - 1))) {
    // A part may have braces itself, so it is expanded with the rest.
    auto const rest = std::string(part).append(pattern.substr(close + 1));
    expand(before + std::string(pattern.substr(0, open)), rest, all);
  }
}

/// Adds the pattern, with every combination of `from` kept or replaced by `to`.
void vary(std::string const& pattern, std::size_t begin, std::string_view from, std::string_view to,
          std::vector<std::string>& all) {
  auto const at = pattern.find(from, begin);
  if (at == std::string::npos || all.size() >= most_patterns) {
    all.push_back(pattern);
    return;
  }
  bool const whole_name = (at == 0 || pattern[at - 1] == '/') &&
                          (at + from.size() == pattern.size() || pattern[at + from.size()] == '/');
  bool const crosses = from == "*" && pattern.compare(at, 2, "**") == 0;
  if (crosses || (from == "**" && whole_name)) return vary(pattern, at + 2, from, to, all);
  vary(pattern, at + from.size(), from, to, all);
  auto changed = pattern;
  changed.replace(at, from.size(), to);
  vary(changed, at + to.size(), from, to, all);
}

using Names = std::span<std::string const>;

void add_below(Names pattern, Names folder, std::vector<std::string>& all) {
  if (pattern.empty()) return;
  bool const any = pattern.front() == "**";
  if (folder.empty()) {
    std::string joined;
    for (auto const& name : pattern)
      joined.append("/").append(name);
    all.push_back(std::move(joined));
  } else if (any) {
    add_below(pattern.subspan(1), folder, all);
    add_below(pattern, folder.subspan(1), all);
  } else if (::fnmatch(pattern.front().c_str(), folder.front().c_str(), 0) == 0) {
    add_below(pattern.subspan(1), folder.subspan(1), all);
  }
}

} // namespace

std::vector<std::string> names_of(std::string_view path) {
  std::vector<std::string> names;
  while (!path.empty()) {
    auto const end = std::min(path.find('/'), path.size());
    if (end > 0) names.emplace_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return names;
}

bool names_match(std::span<std::string const> pattern, std::span<std::string const> path) {
  if (pattern.empty()) return path.empty();
  if (pattern.front() == "**") {
    if (pattern.size() == 1) return !path.empty();
    for (std::size_t skipped = 0; skipped <= path.size(); ++skipped) {
      if (names_match(pattern.subspan(1), path.subspan(skipped))) return true;
    }
    return false;
  }
  return !path.empty() && ::fnmatch(pattern.front().c_str(), path.front().c_str(), 0) == 0 &&
         names_match(pattern.subspan(1), path.subspan(1));
}

std::vector<std::string> expanded_braces(std::string_view pattern) {
  std::vector<std::string> all;
  expand("", pattern, all);
  return all;
}

std::vector<std::string> path_patterns(std::string_view pattern) {
  std::vector<std::string> all;
  for (auto const& each : expanded_braces(pattern))
    vary(each, 0, "**", "*/**/*", all);
  return all;
}

bool path_matches(std::string_view pattern, std::string_view path) {
  auto const names = names_of(path);
  return std::ranges::any_of(path_patterns(pattern), [&](std::string const& each) {
    return names_match(names_of(each), names);
  });
}

std::vector<std::string> crossing_patterns(std::string_view pattern) {
  std::vector<std::string> all;
  for (auto const& each : expanded_braces(pattern))
    vary(each, 0, "*", "*/**/*", all);
  return all;
}

std::vector<std::string> patterns_below(std::string_view pattern, std::string_view folder) {
  std::vector<std::string> all;
  add_below(names_of(pattern), names_of(folder), all);
  if (pattern.ends_with('/')) {
    for (auto& each : all)
      each += '/';
  }
  return all;
}

} // namespace recap::indexer
