// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recap::indexer {

// Ids and parts of addresses that generators derive from a text, before duplicates are numbered.
// Each may be empty.

/// GitHub and github-slugger: keeps letters, marks, decimal digits, `_` and `-`; a space becomes
/// `-`.
[[nodiscard]] std::string github_slug(std::string_view text);

/// Hugo: keeps letters, decimal digits, `_` and `-`, but no marks; a space becomes `-`.
[[nodiscard]] std::string hugo_heading_slug(std::string_view text);

/// kramdown's GFM: as github_slug(), with the lower case of Ruby.
[[nodiscard]] std::string kramdown_slug(std::string_view text);

/// VitePress: a run of ASCII signs becomes one `-`, accents are dropped, the rest is decomposed
/// (NFKD).
[[nodiscard]] std::string vitepress_slug(std::string_view text);

/// Python-Markdown: keeps ASCII letters, digits, `_` and `-`; a run of spaces and `-` becomes one
/// `-`.
[[nodiscard]] std::string python_slug(std::string_view text);

/// As python_slug(), with letters and digits of all languages.
[[nodiscard]] std::string python_unicode_slug(std::string_view text);

/// markdown-it-anchor: a run of spaces becomes `-`; everything else is percent-encoded.
[[nodiscard]] std::string markdown_it_slug(std::string_view text);

/// Zola: ASCII letters and digits, with Latin letters spelled in ASCII; a run of anything else
/// becomes one `-`. nullopt for a text with letters of other scripts, for which Zola has its own
/// table.
[[nodiscard]] std::optional<std::string> ascii_slug(std::string_view text);

} // namespace recap::indexer
