// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "indexer/markup/template_code.hpp"
#include "indexer/site/heading_ids.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// The sections of a Markdown text (CommonMark with GitHub's tables, strikethrough, autolinks, task
/// lists and footnotes), without template code (template_code.hpp) and generators' markup
/// (block_markup.hpp). The text is rendered and read as a page (html_sections.hpp). Anchors are
/// stated ids (`{#own}`, `<h2 id="own">`), else those that `ids` derives. One thread only:
/// cmark-gfm keeps global tables.
[[nodiscard]] std::vector<index::Section>
markdown_sections(std::string_view markdown, Dialect dialect = Dialect::markdown,
                  HeadingStyle const& ids = heading_style("github"));

/// `markdown` as CommonMark; every line keeps its number.
[[nodiscard]] std::string plain_markdown(std::string_view markdown, Dialect dialect);

} // namespace recap::indexer
