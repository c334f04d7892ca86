// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recap::indexer {

// What generators make of a text that is to be an id or a part of an address, without regard to
// others of the same text. Each may be empty.

/// Of GitHub and github-slugger: letters, marks, decimal digits, `_` and `-` stay, a space is `-`.
[[nodiscard]] std::string github_slug(std::string_view text);

/// Letters, decimal digits, `_` and `-`, a space is `-`; marks go.
[[nodiscard]] std::string hugo_heading_slug(std::string_view text);

/// Of kramdown's GFM: as GitHub's, with the lower case of Ruby.
[[nodiscard]] std::string kramdown_slug(std::string_view text);

/// Signs of ASCII are one `-`, accents go, the rest is decomposed (NFKD).
[[nodiscard]] std::string vitepress_slug(std::string_view text);

/// ASCII only, of which other signs than `_` and `-` go; runs of space and `-` are one `-`.
[[nodiscard]] std::string python_slug(std::string_view text);

/// The same with letters and digits of all languages.
[[nodiscard]] std::string python_unicode_slug(std::string_view text);

/// A run of space is `-`, everything else stays, percent-encoded.
[[nodiscard]] std::string markdown_it_slug(std::string_view text);

/// Letters and digits of ASCII, with Latin letters made such, anything else one `-`; nothing for a
/// text with letters of other scripts, which Zola spells by a table of its own.
[[nodiscard]] std::optional<std::string> ascii_slug(std::string_view text);

} // namespace recap::indexer
