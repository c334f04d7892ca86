// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// The names of `a/b/c`, without empty ones.
[[nodiscard]] std::vector<std::string> names_of(std::string_view path);

/// True if all of `path` matches `pattern`, name by name: `*`, `?` and `[a-z]` stay within a name,
/// and the name `**` stands for any number of names, at the end for one at least.
[[nodiscard]] bool names_match(std::span<std::string const> pattern,
                               std::span<std::string const> path);

/// `a/{b,c}` as `a/b` and `a/c`. At most 1000 patterns; braces beyond that stay as they are.
[[nodiscard]] std::vector<std::string> expanded_braces(std::string_view pattern);

/// The patterns of expanded_braces(), with `**` also within a name: `a/**.md` matches `a/b/c.md`.
[[nodiscard]] std::vector<std::string> path_patterns(std::string_view pattern);

/// True if one of path_patterns(pattern) matches all of `path`.
[[nodiscard]] bool path_matches(std::string_view pattern, std::string_view path);

/// Patterns as in .gitignore for one in which `*` crosses folders, as in Ruby's `File.fnmatch` and
/// in Zola.
[[nodiscard]] std::vector<std::string> crossing_patterns(std::string_view pattern);

} // namespace recap::indexer
