// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown.hpp"

#include "indexer/markdown_text.hpp"
#include "indexer/markdown_tree.hpp"
#include "text/slug.hpp"

#include <cmark-gfm-core-extensions.h>

#include <optional>

namespace recap::indexer {
namespace {

std::string literal(cmark_node* node) {
  char const* const text = cmark_node_get_literal(node);
  return text == nullptr ? "" : text;
}

/// `{#own}` at the end of a heading: taken off, and given back as the anchor.
std::optional<std::string> take_own_anchor(std::string& heading) {
  auto const begin = heading.rfind("{#");
  if (begin == std::string::npos || !heading.ends_with('}')) return std::nullopt;
  std::string anchor = heading.substr(begin + 2, heading.size() - begin - 3);
  heading.resize(begin);
  while (heading.ends_with(' '))
    heading.pop_back();
  return anchor;
}

/// Mermaid's text is drawn, and no reader sees it.
bool is_diagram(cmark_node* code) {
  std::string_view const info = cmark_node_get_fence_info(code);
  constexpr std::string_view mermaid = "mermaid";
  return info.starts_with(mermaid) &&
         (info.size() == mermaid.size() || info[mermaid.size()] == ' ');
}

/// Walks the tree once and collects the text of each section.
class Collector {
public:
  std::vector<index::Section> collect(cmark_node* root) {
    sections_.emplace_back();
    MarkdownIterator const iterator(cmark_iter_new(root));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      cmark_node* const node = cmark_iter_get_node(iterator.get());
      if (event == CMARK_EVENT_ENTER) {
        enter(node);
      } else {
        leave(node);
      }
    }
    end_line();
    if (sections_.front().text.empty()) sections_.erase(sections_.begin());
    return std::move(sections_);
  }

private:
  void enter(cmark_node* node) {
    auto const type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT) {
      line_.push_back({literal(node), false});
    } else if (type == CMARK_NODE_CODE) {
      line_.push_back({literal(node), true});
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
      line_.push_back({" ", false});
    } else if (type == CMARK_NODE_CODE_BLOCK) {
      end_line();
      if (!is_diagram(node)) add_lines(literal(node));
    } else if (type == CMARK_NODE_HTML_BLOCK) {
      end_line();
      add_lines(text_of_html(literal(node)));
    } else if (type == CMARK_NODE_HEADING) {
      end_line();
    }
  }

  void leave(cmark_node* node) {
    auto const type = cmark_node_get_type(node);
    std::string_view const name = cmark_node_get_type_string(node);
    if (type == CMARK_NODE_HEADING) {
      begin_section(static_cast<std::uint32_t>(cmark_node_get_heading_level(node)));
    } else if (name == "table_cell") {
      line_.push_back({" ", false});
    } else if (type == CMARK_NODE_PARAGRAPH || name == "table_row" || name == "table_header") {
      end_line();
    }
  }

  void begin_section(std::uint32_t level) {
    std::string heading = clean_line(line_);
    line_.clear();
    auto const own = take_own_anchor(heading);
    if (heading.empty()) return;
    index::Section section;
    section.level = level;
    section.anchor = own ? *own : slugger_.anchor(heading);
    section.heading = std::move(heading);
    sections_.push_back(std::move(section));
  }

  void end_line() {
    std::string const line = clean_line(line_);
    line_.clear();
    bool const attributes =
        line.starts_with("{:") && line.ends_with('}'); // kramdown's, for the block before
    if (!attributes) add_lines(line);
  }

  void add_lines(std::string_view lines) {
    while (lines.ends_with('\n'))
      lines.remove_suffix(1);
    if (lines.empty()) return;
    std::string& text = sections_.back().text;
    if (!text.empty()) text += '\n';
    text += lines;
  }

  std::vector<index::Section> sections_;
  std::vector<Stretch> line_;
  text::Slugger slugger_;
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

std::vector<index::Section> markdown_sections(std::string_view markdown, Dialect dialect) {
  MarkdownNode const root = parse_markdown(without_template_code(markdown, dialect));
  return Collector().collect(root.get());
}

} // namespace recap::indexer
