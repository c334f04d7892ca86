// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/article_facts.hpp"

#include "indexer/html_tree.hpp"
#include "indexer/json_lines.hpp"
#include "indexer/metadata.hpp"
#include "indexer/wire.hpp"

#include <algorithm>

namespace recap::indexer {
namespace {

void pack(Packer& out, std::vector<Placed> const& list) {
  out.number(list.size());
  for (auto const& item : list)
    out.text(item.text).number(item.line);
}

void pack(Packer& out, std::vector<std::string> const& list) {
  out.number(list.size());
  for (auto const& item : list)
    out.text(item);
}

/// The names of `id="..."` and `name="..."` in HTML among Markdown.
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

} // namespace

void add_html_facts(std::string_view html, std::size_t first_line, ArticleFacts& facts) {
  HtmlTree const tree(html);
  for (auto const* const node : elements(tree.root(), [](auto const*) { return true; })) {
    for (char const* const name : {"id", "name"}) {
      if (has_attribute(node, name)) facts.anchors.emplace_back(attribute(node, name));
    }
    if (tag_of(node) != GUMBO_TAG_A || !has_attribute(node, "href")) continue;
    facts.links.push_back(
        {std::string(attribute(node, "href")), first_line - 1 + node->v.element.start_pos.line});
  }
}

ArticleFacts article_facts(RawArticle const& raw, SourceFile const& file) {
  ArticleFacts facts;
  if (file.kind == SourceKind::json_lines) {
    for (auto& key : json_keys(raw.bytes, raw.line))
      facts.keys.push_back({std::move(key), raw.line});
    return facts;
  }
  auto const parts = split_front_matter(raw.bytes);
  for (auto const& entry : parts.metadata) {
    facts.keys.push_back({entry.key, entry.line});
    if (entry.key != "aliases" && entry.key != "redirect_from") continue;
    for (auto const& value : entry.values) {
      if (value.find('/') != std::string::npos) facts.paths.push_back(value);
    }
  }
  if (file.kind == SourceKind::html) {
    add_html_facts(parts.body, parts.body_line, facts);
  } else {
    facts.links = markdown_links(parts.body, parts.body_line);
    add_written_ids(parts.body, facts.anchors);
  }
  return facts;
}

std::string pack(ArticleFacts const& facts) {
  Packer out;
  pack(out, facts.keys);
  pack(out, facts.links);
  pack(out, facts.anchors);
  pack(out, facts.paths);
  return out.message();
}

ArticleFacts unpack_facts(std::string_view message) {
  Unpacker in(message);
  ArticleFacts facts;
  for (auto* const list : {&facts.keys, &facts.links}) {
    list->resize(in.number());
    for (auto& item : *list) {
      item.text = in.text();
      item.line = in.number();
    }
  }
  for (auto* const list : {&facts.anchors, &facts.paths}) {
    list->resize(in.number());
    for (auto& item : *list)
      item = in.text();
  }
  return facts;
}

} // namespace recap::indexer
