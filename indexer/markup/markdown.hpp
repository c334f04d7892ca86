// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "indexer/markup/template_code.hpp"
#include "indexer/site/heading_ids.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// The sections of a Markdown text (CommonMark with GitHub's tables, strikethrough, autolinks,
/// task lists and footnotes), positions left 0: those of the page that it makes (html.hpp), without
/// template code (template_code.hpp) and the markup of generators (block_markup.hpp).
/// Anchors are ids that are written (`{#own}`, `<h2 id="own">`), else those that `ids` makes. The
/// first section has no heading and is left out when it has no text. One thread only: cmark-gfm
/// keeps global tables.
[[nodiscard]] std::vector<index::Section>
markdown_sections(std::string_view markdown, Dialect dialect = Dialect::markdown,
                  HeadingStyle const& ids = heading_style("github"));

/// `markdown` as CommonMark; every line keeps its number.
[[nodiscard]] std::string plain_markdown(std::string_view markdown, Dialect dialect);

} // namespace recap::indexer
