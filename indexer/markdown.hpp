// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "indexer/template_code.hpp"

#include <string_view>
#include <vector>

namespace recap::indexer {

/// The sections of a Markdown text (CommonMark with GitHub's tables, strikethrough, autolinks,
/// task lists and footnotes), positions left 0. Plain text: a block, item, row or code line a line;
/// link and image texts stay, addresses, tags, template code (template_code.hpp) and Mermaid's
/// diagrams go.
/// Anchors are GitHub's, or `{#own}` behind a heading. The first section has no heading
/// and is left out when it has no text.
/// One thread only: cmark-gfm keeps global tables.
[[nodiscard]] std::vector<index::Section> markdown_sections(std::string_view markdown,
                                                            Dialect dialect = Dialect::markdown);

} // namespace recap::indexer
