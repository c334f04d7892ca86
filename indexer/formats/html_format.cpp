// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/html_format.hpp"

#include "indexer/formats/field_rules.hpp"
#include "indexer/formats/html_page.hpp"
#include "metadata/metadata.hpp"

#include <utility>

namespace recap::indexer {

Article read_html_file(RawArticle const& raw, SourceFile const& file, ReadOptions const& options) {
  auto parts = metadata::split_front_matter(raw.bytes);
  Origin origin{.path = file.relative,
                .base_url = options.base_url,
                .style = options.style,
                .place = file.place};
  if (parts.metadata.empty()) origin = built_page(std::move(origin));
  HtmlPage page = read_html(parts.body);
  for (auto& entry : page.metadata) {
    if (find(parts.metadata, entry.key) == nullptr) parts.metadata.push_back(std::move(entry));
  }
  return apply_field_rules(parts.metadata, std::move(page.sections), origin);
}

ArticleFacts html_facts(RawArticle const& raw) {
  auto const parts = metadata::split_front_matter(raw.bytes);
  auto facts = metadata_facts(parts.metadata);
  std::string_view const html = parts.body;
  HtmlTree const tree(html);
  for (auto const* const node : elements(tree.root(), [](auto const*) { return true; })) {
    for (char const* const name : {"id", "name"}) {
      if (has_attribute(node, name)) facts.anchors.emplace_back(attribute(node, name));
    }
    if (tag_of(node) != GUMBO_TAG_A || !has_attribute(node, "href")) continue;
    facts.links.push_back({std::string(attribute(node, "href")),
                           parts.body_line - 1 + node->v.element.start_pos.line});
  }
  return facts;
}

} // namespace recap::indexer
