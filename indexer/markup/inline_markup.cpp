// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/inline_markup.hpp"

#include "indexer/markup/attribute_list.hpp"
#include "indexer/markup/block_lines.hpp"
#include "text/ascii.hpp"

#include <algorithm>

namespace recap::indexer {
namespace {

/// Longer than any real link or comment in a line.
constexpr std::size_t longest = 2048;

bool is_word_character(char c) {
  return text::is_alphanumeric(c) || c == '%' || static_cast<unsigned char>(c) >= 0x80;
}

/// `100%% and 50%%` is not a comment.
std::optional<InlineMarkup> comment(std::string_view text, std::string_view before) {
  if (!text.starts_with("%%") || (!before.empty() && is_word_character(before.back())))
    return std::nullopt;
  bool const begins_line = before.empty() || before.ends_with('\n');
  auto const end = text.substr(0, begins_line ? longest * 8 : longest).find("%%", 2);
  if (end == std::string_view::npos || end == 2) return std::nullopt;
  bool const in_line = text.substr(0, end).find('\n') == std::string_view::npos;
  bool const ends_word = end + 2 < text.size() && is_word_character(text[end + 2]);
  if (ends_word || (!in_line && !begins_line)) return std::nullopt;
  return InlineMarkup{end + 2, ""};
}

std::optional<InlineMarkup> link(std::string_view text) {
  bool const embeds = text.starts_with('!');
  if (embeds) text.remove_prefix(1);
  if (!text.starts_with("[[")) return std::nullopt;
  auto const end =
      text.substr(0, std::min(longest, text.substr(0, longest).find('\n'))).find("]]", 2);
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view const inside = text.substr(2, end - 2);
  char const behind = end + 2 < text.size() ? text[end + 2] : ' ';
  bool const is_link = !inside.empty() && inside.find_first_of("[]") == std::string_view::npos &&
                       inside.front() != ' ' && inside.back() != ' ' && behind != '(' &&
                       behind != '[' && behind != ']';
  if (!is_link) return std::nullopt;
  InlineMarkup markup{end + 2 + (embeds ? 1 : 0), ""};
  if (embeds) return markup;
  auto const bar = inside.rfind('|');
  markup.shown = inside.substr(bar == std::string_view::npos ? 0 : bar + 1);
  if (bar == std::string_view::npos) {
    // `[[page#heading]]` shows both, with a separator.
    std::ranges::replace(markup.shown, '#', ' ');
    if (markup.shown.starts_with(' ')) markup.shown.erase(0, 1);
  }
  return markup;
}

/// `==marked==`, but not `a == b`.
std::optional<InlineMarkup> marked(std::string_view text, std::string_view before) {
  constexpr std::string_view sign = "==";
  bool const begins = before.empty() || !is_word_character(before.back());
  if (!begins || before.ends_with('=')) return std::nullopt;
  auto line = text.substr(0, longest);
  line = line.substr(0, line.find('\n'));
  auto const end = line.find(sign, sign.size() + 1);
  if (end == std::string_view::npos) return std::nullopt;
  auto const inside = line.substr(sign.size(), end - sign.size());
  bool const tight = inside.front() != ' ' && inside.front() != '=' && inside.back() != ' ';
  bool const ends = end + sign.size() == line.size() || line[end + sign.size()] != '=';
  // A code span in it is cleaned separately.
  if (!tight || !ends || inside.find('`') != std::string_view::npos) return std::nullopt;
  return InlineMarkup{end + sign.size(), std::string(inside)};
}

} // namespace

std::optional<InlineMarkup> inline_markup_at(std::string_view text, std::string_view before) {
  if (text.starts_with('%')) return comment(text, before);
  if (text.starts_with("==")) return marked(text, before);
  if (text.starts_with('[') || text.starts_with("![[")) return link(text);
  bool const behind_markup =
      !before.empty() && std::string_view(")]*_`~").find(before.back()) != std::string_view::npos;
  if (!text.starts_with('{') || !behind_markup) return std::nullopt;
  auto const list = attribute_list_at(text);
  return list ? std::optional(InlineMarkup{list->bytes, ""}) : std::nullopt;
}

std::string component_title(std::string_view tag) {
  for (std::string_view const key : {"label", "title"}) {
    for (auto at = tag.find(key); at != std::string_view::npos; at = tag.find(key, at + 1)) {
      bool const begins = std::string_view(" \t\n").find(tag[at - 1]) != std::string_view::npos;
      std::string_view const value = tag.substr(std::min(at + key.size() + 1, tag.size()));
      bool const quotes = value.starts_with('"') || value.starts_with('\'');
      if (!begins || !quotes || tag[at + key.size()] != '=') continue;
      auto const end = value.find(value.front(), 1);
      if (end != std::string_view::npos) return between_marks(value.substr(1, end - 1));
    }
  }
  return "";
}

} // namespace recap::indexer
