// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// The names in a path, without empty ones.
[[nodiscard]] std::vector<std::string> names_of(std::string_view path);

/// True if all of `path` matches `pattern`, name by name: `*`, `?` and `[a-z]` stay within a name,
/// and the name `**` matches any number of names, at the end at least one.
[[nodiscard]] bool names_match(std::span<std::string const> pattern,
                               std::span<std::string const> path);

/// `a/b` and `a/c` for `a/{b,c}`. Makes about 1000 patterns at most; further braces stay.
[[nodiscard]] std::vector<std::string> expanded_braces(std::string_view pattern);

/// As expanded_braces(), and with `**` inside a name crossing folders: `a/**.md` for `a/b/c.md`.
[[nodiscard]] std::vector<std::string> path_patterns(std::string_view pattern);

/// True if one of path_patterns(pattern) matches all of `path`.
[[nodiscard]] bool path_matches(std::string_view pattern, std::string_view path);

/// Patterns for names_match() that together match as one in which `*` crosses folders, as in Ruby's
/// `File.fnmatch` and in Zola.
[[nodiscard]] std::vector<std::string> crossing_patterns(std::string_view pattern);

/// The patterns below `folder` for a pattern above it that begins with `/`: `/b` for `/*/b` and the
/// folder `a`. None if it cannot match anything below the folder. A slash at the end stays.
[[nodiscard]] std::vector<std::string> patterns_below(std::string_view pattern,
                                                      std::string_view folder);

} // namespace recap::indexer
