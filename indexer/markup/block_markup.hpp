// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/markup/template_code.hpp"

#include <string>
#include <string_view>

namespace recap::indexer {

/// U+2029 marks the end of a line of text within a line of the source. CommonMark does not treat it
/// as space, so a space is put next to it where text follows.
constexpr std::string_view paragraph_mark = "\xE2\x80\xA9";

/// `markdown` without the block markup that generators add to CommonMark. Keeps the titles and
/// content that readers see: containers (`:::tip[Title]`, `::: info`), MkDocs' `!!! note "Title"`
/// and `=== "Tab"` with the content indented below, `[!NOTE]`, `[toc]`, kramdown's `{: .class}` and
/// `{:toc}`, comments and options, included files (`--8<--`, `<<< @/file`). Attribute lists of
/// headings become places with their id. In MDX, indented text is not code. Fenced code is
/// unchanged, and every line keeps its number.
[[nodiscard]] std::string without_block_markup(std::string_view markdown, Dialect dialect);

} // namespace recap::indexer
