// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "indexer/article_reader.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recap::indexer {

/// Something that stands at a place of a file: a key of the front matter, the target of a link.
struct Placed {
  std::string text;
  std::size_t line = 0;
};

/// What an article says beyond its record, for the check.
struct ArticleFacts {
  std::vector<Placed> keys;         ///< of its front matter or its JSON object
  std::vector<Placed> links;        ///< targets as written
  std::vector<std::string> anchors; ///< ids in its HTML, beside those of the headings
  std::vector<std::string> paths;   ///< `aliases` that are paths
};

/// Throws Unreadable as parse_article() does. One thread only.
[[nodiscard]] ArticleFacts article_facts(RawArticle const& raw, SourceFile const& file);

[[nodiscard]] std::string pack(ArticleFacts const& facts);
[[nodiscard]] ArticleFacts unpack_facts(std::string_view message);

/// Targets of the links in a Markdown text that begins in line `first_line`.
[[nodiscard]] std::vector<Placed> markdown_links(std::string_view markdown, std::size_t first_line);
/// Targets of the links and the ids in a page.
void add_html_facts(std::string_view html, std::size_t first_line, ArticleFacts& facts);

} // namespace recap::indexer
