// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/markup/template_code.hpp"

#include <string>
#include <string_view>

namespace recap::indexer {

/// U+2029, where a line of text ends though the line of the source goes on. CommonMark does not
/// take it for space, so a space stands on the side of text.
constexpr std::string_view paragraph_mark = "\xE2\x80\xA9";

/// `markdown` without the markup of blocks that generators have beyond CommonMark, of which a
/// reader sees titles and content only: containers (`:::tip[Title]`, `::: info`), MkDocs' `!!! note
/// "Title"` and `=== "Tab"` with what is indented below them, `[!NOTE]`, `[toc]`, kramdown's
/// `{: .class}` and `{:toc}`, comments and options, snippets of files (`--8<--`, `<<< @/file`).
/// Attribute lists of headings become places with their id. In MDX, indented text is no code.
/// Fenced code stays as it is, and every line keeps its number.
[[nodiscard]] std::string without_block_markup(std::string_view markdown, Dialect dialect);

} // namespace recap::indexer
