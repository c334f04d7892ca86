// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/markdown.hpp"

#include "tests/fuzz/target.hpp"
#include "text/unicode.hpp"

#include <algorithm>

/// As parse_article() passes it on: UTF-8 without zero bytes. The first byte chooses the dialect.
void recap::fuzz::read(std::string_view bytes) {
  if (bytes.empty() || text::invalid_utf8(bytes) || bytes.find('\0') != std::string_view::npos)
    return;
  auto const dialect = bytes.front() % 2 == 0 ? indexer::Dialect::markdown : indexer::Dialect::mdx;
  auto const markdown = bytes.substr(1);
  for (auto const& section : indexer::markdown_sections(markdown, dialect)) {
    require(section.level <= 6, "a heading has one of six levels");
    require(!text::invalid_utf8(section.text), "a text is UTF-8");
  }
  auto const plain = indexer::plain_markdown(markdown, dialect);
  require(std::ranges::count(plain, '\n') >= std::ranges::count(markdown, '\n'),
          "every line keeps its number");
}
