// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/markdown.hpp"

#include "indexer/markup/block_markup.hpp"
#include "indexer/markup/html_sections.hpp"
#include "indexer/markup/html_tags.hpp"
#include "indexer/markup/markdown_tree.hpp"
#include "text/ascii.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>

namespace recap::indexer {
namespace {

struct Tag {
  GumboTag tag = GUMBO_TAG_LAST;
  bool closes = false;
};

/// The tag at the beginning of `html`, if any.
Tag tag_at(std::string_view html) {
  if (!html.starts_with('<')) return {};
  bool const closes = html.size() > 1 && html[1] == '/';
  html.remove_prefix(closes ? 2 : 1);
  std::size_t bytes = 0;
  while (bytes < html.size() && text::is_alphanumeric(html[bytes]))
    ++bytes;
  return {gumbo_tag_enum(std::string(html.substr(0, bytes)).c_str()), closes};
}

bool is_table_part(GumboTag tag) {
  return tag == GUMBO_TAG_TR || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH ||
         tag == GUMBO_TAG_CAPTION || tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TBODY;
}

/// Makes tags safe to parse as HTML. Removes a tag that would treat the rest of the article as its
/// content because it is never closed (`use <object> here`, `<iframe src="x" />`). Makes a part of
/// a table outside a table, which HTML ignores, separate its text.
class TagTamer {
public:
  void tame(cmark_node* root) {
    MarkdownIterator const iterator(cmark_iter_new(root));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      cmark_node* const node = cmark_iter_get_node(iterator.get());
      auto const type = cmark_node_get_type(node);
      if (type == CMARK_NODE_HTML_INLINE) nodes_.push_back(node);
      if (type == CMARK_NODE_HTML_BLOCK) nodes_.push_back(node);
    }
    for (auto node = nodes_.rbegin(); node != nodes_.rend(); ++node)
      cmark_node_get_type(*node) == CMARK_NODE_HTML_BLOCK ? tame_block(*node) : tame_tag(*node);
  }

private:
  void tame_block(cmark_node* block) {
    std::string html = cmark_node_get_literal(block);
    for (auto at = html.rfind('<'); at != std::string::npos; at = html.rfind('<', at - 1)) {
      auto const end = html.find_first_of("<>", at + 1);
      bool const is_tag = end != std::string::npos && html[end] == '>';
      if (is_tag && goes(std::string_view(html).substr(at, end + 1 - at)))
        std::fill(html.begin() + static_cast<std::ptrdiff_t>(at),
                  html.begin() + static_cast<std::ptrdiff_t>(end + 1), ' ');
      if (at == 0) break;
    }
    cmark_node_set_literal(block, html.c_str());
  }

  void tame_tag(cmark_node* node) {
    std::string html = cmark_node_get_literal(node);
    if (is_table_part(tag_at(html).tag)) cmark_node_set_literal(node, (html + ' ').c_str());
    if (goes(html)) cmark_node_set_literal(node, " ");
  }

  /// Must be called from the last tag to the first.
  [[nodiscard]] bool goes(std::string_view html) {
    auto const [tag, closes] = tag_at(html);
    if (!swallows(tag)) return false;
    if (html.ends_with("/>")) return true;
    auto& left = closing_[tag];
    if (closes) ++left;
    if (closes || left == 0) return !closes;
    --left;
    return false;
  }

  std::vector<cmark_node*> nodes_;
  std::map<GumboTag, std::size_t> closing_; ///< tags after the current one
};

} // namespace

MarkdownNode parse_markdown(std::string_view markdown) {
  cmark_gfm_core_extensions_ensure_registered();
  std::unique_ptr<cmark_parser, CmarkDeleter<cmark_parser_free>> const parser(
      cmark_parser_new(CMARK_OPT_FOOTNOTES));
  for (char const* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    if (auto* const extension = cmark_find_syntax_extension(name)) {
      cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
  }
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  return MarkdownNode(cmark_parser_finish(parser.get()));
}

std::string plain_markdown(std::string_view markdown, Dialect dialect) {
  return without_template_code(without_block_markup(markdown, dialect), dialect);
}

std::vector<index::Section> markdown_sections(std::string_view markdown, Dialect dialect,
                                              HeadingStyle const& ids) {
  MarkdownNode const root = parse_markdown(plain_markdown(markdown, dialect));
  TagTamer().tame(root.get());
  std::unique_ptr<char, CmarkDeleter<std::free>> const html(cmark_render_html(
      root.get(), CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS, nullptr));
  HtmlTree const tree(html.get(), GUMBO_TAG_DIV);
  MarkdownSource const source{ids, markdown};
  return html_sections(tree.root(), &source);
}

} // namespace recap::indexer
