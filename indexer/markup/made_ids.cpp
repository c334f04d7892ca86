// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/made_ids.hpp"

#include "indexer/markup/attribute_list.hpp"
#include "indexer/markup/block_lines.hpp"
#include "indexer/markup/html_tags.hpp"
#include "indexer/markup/markdown_tree.hpp"
#include "text/ascii.hpp"
#include "text/forms.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace recap::indexer {
namespace {

constexpr char const* place_attribute = "data-sourcepos";

bool has_text(GumboNode const* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
         node->type == GUMBO_NODE_WHITESPACE;
}

/// `text` without runs of hyphens that become a dash.
std::string without_dashes(std::string_view text, HeadingStyle const& style) {
  if (style.least_dash == 0) return std::string(text);
  std::string out;
  while (!text.empty()) {
    auto const hyphen = std::min(text.find('-'), text.size());
    out += text.substr(0, hyphen);
    text.remove_prefix(hyphen);
    auto const run = std::min(text.find_first_not_of('-'), text.size());
    bool const dash = run >= style.least_dash && run <= style.most_dash;
    if (!dash) out += text.substr(0, run);
    text.remove_prefix(run);
  }
  return out;
}

/// `text` without names of emoji (`:tada:`).
std::string without_emoji_names(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const open = std::min(text.find(':'), text.size());
    out += text.substr(0, open);
    text.remove_prefix(open);
    auto const close = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_+-", 1);
    // Digits alone are minutes: `10:30:15`.
    bool const name = close != std::string_view::npos && text[close] == ':' &&
                      text.substr(1, close - 1).find_first_not_of("0123456789") < close;
    if (!name) out += text.substr(0, 1);
    text.remove_prefix(name ? close + 1 : std::min<std::size_t>(1, text.size()));
  }
  return out;
}

std::string shown_text(GumboNode const* heading, HeadingStyle const& style) {
  std::string text;
  std::size_t code = 0;
  bool const with_alt = style.text == HeadingStyle::Text::with_alt;
  walk(
      heading,
      [&](GumboNode const* node) {
        if (tag_of(node) == GUMBO_TAG_CODE) ++code;
        if (has_text(node))
          text +=
              code > 0 ? std::string(node->v.text.text) : without_dashes(node->v.text.text, style);
        if (with_alt && tag_of(node) == GUMBO_TAG_IMG) text += attribute(node, "alt");
        return true;
      },
      [&](GumboNode const* node) {
        if (tag_of(node) == GUMBO_TAG_CODE) --code;
      });
  return style.emoji_names_go ? without_emoji_names(text) : text;
}

/// `Title` for `## Title ##`; markup in it is kept.
std::string_view heading_text(std::string_view line) {
  auto text = quoted(line).text;
  if (!is_heading(text)) return text;
  text.remove_prefix(std::min(text.find_first_not_of('#'), text.size()));
  auto const closed = text.find_last_not_of('#');
  bool const closes = closed != std::string_view::npos && closed + 1 < text.size() &&
                      (text[closed] == ' ' || text[closed] == '\t');
  return text::trimmed(closes ? text.substr(0, closed) : text, " \t");
}

/// The text that a line of Markdown shows; template code counts as text.
std::string shown_of(std::string line) {
  auto const root = parse_markdown("# " + line);
  MarkdownIterator const iterator(cmark_iter_new(root.get()));
  std::string text;
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    auto* const node = cmark_iter_get_node(iterator.get());
    auto const type = cmark_node_get_type(node);
    if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE))
      text += cmark_node_get_literal(node);
  }
  return text;
}

} // namespace

MadeIds::MadeIds(GumboNode const* content, MarkdownSource const& source)
    : source_(source)
    , ids_(source.ids) {
  lines_.push_back(0);
  for (auto at = source.markdown.find('\n'); at != std::string_view::npos;
       at = source.markdown.find('\n', at + 1))
    lines_.push_back(at + 1);
  if (source.ids.own != HeadingStyle::Own::all) return;
  for (auto const* const node : elements(content, [](auto const*) { return true; })) {
    auto const* const above = node->parent;
    bool const in_heading = above != nullptr && heading_level(tag_of(above)) > 0 &&
                            has_attribute(above, place_attribute);
    if (in_heading && has_attribute(node, "id")) ids_.take(attribute(node, "id"));
  }
}

void MadeIds::take(std::string_view id) {
  if (ids_.style().own == HeadingStyle::Own::when_met) ids_.take(id);
}

std::optional<std::string> MadeIds::make(GumboNode const* heading) {
  bool const of_markdown = has_attribute(heading, place_attribute);
  if (!of_markdown && !ids_.style().of_html) return std::nullopt;
  auto id = ids_.make(text_of(heading));
  return heading_level(tag_of(heading)) < ids_.style().from_level ? std::string() : id;
}

std::string_view MadeIds::source_line(GumboNode const* heading) const {
  auto const place = attribute(heading, place_attribute);
  std::size_t line = 0;
  std::from_chars(place.data(), place.data() + place.size(), line);
  if (line == 0 || line > lines_.size()) return {};
  auto const begin = lines_[line - 1];
  auto const end = line < lines_.size() ? lines_[line] - 1 : source_.markdown.size();
  auto text = source_.markdown.substr(begin, end - begin);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return heading_text(text);
}

std::string MadeIds::text_of(GumboNode const* heading) const {
  auto const& style = ids_.style();
  auto const line = source_line(heading);
  if (style.text == HeadingStyle::Text::written && !line.empty()) return std::string(line);
  bool const references = style.references_stay && line.find('&') != std::string_view::npos;
  bool const code = line.find('{') != std::string_view::npos;
  if (references || code) {
    std::string text = with_place_for_id(line);
    if (style.references_stay) text = text::with_each(text, "&", "&amp;");
    return shown_of(std::move(text));
  }
  return shown_text(heading, style);
}

} // namespace recap::indexer
