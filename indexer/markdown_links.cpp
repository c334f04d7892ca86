// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/article_facts.hpp"
#include "indexer/markdown.hpp"
#include "indexer/markdown_tree.hpp"

#include <algorithm>

namespace recap::indexer {
namespace {

/// Inline nodes have no line of their own; the block around them has.
std::size_t line_of(cmark_node* node) {
  while (node != nullptr) {
    auto const line = cmark_node_get_start_line(node);
    bool const block = cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH ||
                       cmark_node_get_type(node) == CMARK_NODE_HEADING;
    if (block && line > 0) return static_cast<std::size_t>(line);
    node = cmark_node_parent(node);
  }
  return 1;
}

} // namespace

std::vector<Placed> markdown_links(std::string_view markdown, std::size_t first_line) {
  std::string const cleaned = plain_markdown(markdown, Dialect::markdown);
  auto const root = parse_markdown(cleaned);
  MarkdownIterator const iterator(cmark_iter_new(root.get()));
  std::vector<Placed> links;
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    cmark_node* const node = cmark_iter_get_node(iterator.get());
    if (event != CMARK_EVENT_ENTER || cmark_node_get_type(node) != CMARK_NODE_LINK) continue;
    std::string target = cmark_node_get_url(node);
    std::size_t line = line_of(node);
    // In a long paragraph the line is where the target stands.
    std::string_view const text = cleaned;
    std::size_t begin = 0;
    for (std::size_t passed = 1; passed < line && begin != std::string_view::npos; ++passed)
      begin = text.find('\n', begin) + 1;
    auto const paragraph = text.substr(begin, text.substr(begin).find("\n\n"));
    auto const at = paragraph.find("](" + target);
    if (at != std::string_view::npos) {
      line += static_cast<std::size_t>(std::ranges::count(paragraph.substr(0, at), '\n'));
    }
    // An address that begins with the site's is a path below it; of another nothing is known.
    if (target.starts_with(address_mark)) target.erase(0, address_mark.size());
    if (target.find(address_mark) != std::string::npos) continue;
    links.push_back({std::move(target), first_line - 1 + line});
  }
  return links;
}

} // namespace recap::indexer
