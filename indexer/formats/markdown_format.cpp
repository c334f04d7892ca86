// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/markdown_format.hpp"

#include "indexer/formats/field_rules.hpp"
#include "indexer/markup/markdown.hpp"
#include "indexer/markup/markdown_tree.hpp"
#include "indexer/markup/template_tag.hpp"
#include "indexer/site/configuration_text.hpp"
#include "metadata/metadata.hpp"
#include "metadata/problem.hpp"

#include <algorithm>
#include <utility>

namespace recap::indexer {
namespace {

/// Inline nodes have no line; the block around them has.
std::size_t line_of(cmark_node* node) {
  while (node != nullptr) {
    auto const line = cmark_node_get_start_line(node);
    bool const block = (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
    if (block && line > 0) return static_cast<std::size_t>(line);
    node = cmark_node_parent(node);
  }
  return 1;
}

/// Link targets in a Markdown text that begins on line `first_line`.
std::vector<Placed> markdown_links(std::string_view markdown, std::size_t first_line) {
  std::string const cleaned = plain_markdown(markdown, Dialect::markdown);
  auto const root = parse_markdown(cleaned);
  MarkdownIterator const iterator(cmark_iter_new(root.get()));
  std::vector<Placed> links;
  std::string_view const text = cleaned;
  std::size_t searched = 0; // end of what the last target was found in
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    cmark_node* const node = cmark_iter_get_node(iterator.get());
    if (event != CMARK_EVENT_ENTER || cmark_node_get_type(node) != CMARK_NODE_LINK) continue;
    std::string target = cmark_node_get_url(node);
    std::size_t line = line_of(node);
    // In a long paragraph, finds the line of the target.
    std::size_t begin = 0;
    for (std::size_t passed = 1; passed < line; ++passed)
      begin = text.find('\n', begin) + 1;
    auto const paragraph = text.substr(0, text.find("\n\n", begin));
    bool const follows = searched > begin && searched < paragraph.size();
    auto const at = paragraph.find("](" + target, follows ? searched : begin);
    if (at != std::string_view::npos) {
      line += static_cast<std::size_t>(std::ranges::count(text.substr(begin, at - begin), '\n'));
      searched = at + 1;
    }
    // An address that begins with the site's is a path below it; other addresses are unknown.
    if (target.starts_with(address_mark)) target.erase(0, address_mark.size());
    if (target.find(address_mark) != std::string::npos) continue;
    links.push_back({std::move(target), first_line - 1 + line});
  }
  return links;
}

/// Collects the values of `id="..."` and `name="..."` in HTML within Markdown.
void add_written_ids(std::string_view markdown, std::vector<std::string>& anchors) {
  for (std::string_view const key : {" id=", " name="}) {
    for (auto at = markdown.find(key); at != std::string_view::npos;
         at = markdown.find(key, at + 1)) {
      std::string_view rest = markdown.substr(at + key.size());
      char const quote = rest.empty() ? '\0' : rest.front();
      if (quote != '"' && quote != '\'') continue;
      rest.remove_prefix(1);
      anchors.emplace_back(rest.substr(0, std::min(rest.find(quote), rest.find('\n'))));
    }
  }
}

/// Adds the metadata that an MDX page exports, for keys that the front matter lacks. An object in
/// JavaScript without code is also YAML.
void add_exported(std::string_view body, std::size_t first_line, metadata::Entries& metadata) {
  auto const object = exported_object(body);
  if (object.empty()) return;
  auto const before = body.substr(0, static_cast<std::size_t>(object.data() - body.data()));
  auto const line = first_line + static_cast<std::size_t>(std::ranges::count(before, '\n'));
  try {
    for (auto& entry : metadata::read_yaml(without_comments(std::string(object)), line)) {
      if (find(metadata, entry.key) == nullptr) metadata.push_back(std::move(entry));
    }
  } catch (metadata::Unreadable const&) {
    if (object.find("draft") == std::string_view::npos) return;
    throw metadata::Unreadable(
        "exported metadata with code is not read and may say draft; write it between "
        "lines of ---",
        line);
  }
}

Article read_dialect(RawArticle const& raw, SourceFile const& file, ReadOptions const& options,
                     Dialect dialect) {
  auto parts = metadata::split_front_matter(raw.bytes);
  if (dialect == Dialect::mdx) add_exported(parts.body, parts.body_line, parts.metadata);
  return apply_field_rules(parts.metadata,
                           markdown_sections(parts.body, dialect, heading_style_of(options.style)),
                           {.path = file.relative,
                            .base_url = options.base_url,
                            .style = options.style,
                            .place = file.place});
}

} // namespace

Article read_markdown(RawArticle const& raw, SourceFile const& file, ReadOptions const& options) {
  return read_dialect(raw, file, options, Dialect::markdown);
}

Article read_mdx(RawArticle const& raw, SourceFile const& file, ReadOptions const& options) {
  return read_dialect(raw, file, options, Dialect::mdx);
}

ArticleFacts markdown_facts(RawArticle const& raw) {
  auto const parts = metadata::split_front_matter(raw.bytes);
  auto facts = metadata_facts(parts.metadata);
  facts.links = markdown_links(parts.body, parts.body_line);
  add_written_ids(parts.body, facts.anchors);
  return facts;
}

} // namespace recap::indexer
