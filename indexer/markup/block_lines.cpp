// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markup/block_lines.hpp"

#include "indexer/markup/attribute_list.hpp"
#include "indexer/markup/block_markup.hpp"
#include "metadata/front_matter_lines.hpp"
#include "metadata/tree.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace recap::indexer {
namespace {

constexpr std::size_t tab_columns = 4;

bool is_name(char c) {
  return text::is_alphanumeric(c) || c == '-' || c == '_';
}

std::string_view take_name(std::string_view& text) {
  auto const bytes =
      static_cast<std::size_t>(std::ranges::find_if_not(text, is_name) - text.begin());
  auto const name = text.substr(0, bytes);
  text.remove_prefix(bytes);
  return name;
}

/// The quoted text at the end of `text`.
std::optional<std::string_view> quoted_end(std::string_view text) {
  if (text.size() < 2 || (text.back() != '"' && text.back() != '\'')) return std::nullopt;
  auto const open = text.find(text.back());
  if (open + 1 == text.size()) return std::nullopt;
  return text.substr(open + 1, text.size() - open - 2);
}

} // namespace

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (true) {
    auto const end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.emplace_back(line);
    if (end == text.size()) return lines;
    text.remove_prefix(end + 1);
  }
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

std::size_t indentation(std::string_view line) {
  std::size_t columns = 0;
  for (char const c : line) {
    if (c != ' ' && c != '\t') break;
    columns += c == ' ' ? 1 : tab_columns - columns % tab_columns;
  }
  return columns;
}

std::string without_indentation(std::string_view line, std::size_t columns) {
  auto const has = indentation(line);
  if (columns == 0 || has == 0) return std::string(line);
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return std::string(has - std::min(columns, has), ' ').append(line);
}

QuotedLine quoted(std::string_view line) {
  auto const begin = std::min(line.find_first_not_of(" \t>"), line.size());
  auto const text = line.substr(begin);
  return {line.substr(0, begin), text.substr(0, text.find_last_not_of(" \t") + 1)};
}

std::size_t item_bytes(std::string_view line) {
  auto const begin = std::min(line.find_first_not_of(" \t"), line.size());
  std::string_view const text = line.substr(begin);
  auto at = text.find_first_not_of("0123456789");
  if (at == std::string_view::npos) return 0;
  bool const bullet = at == 0 && std::string_view("-*+").find(text[0]) != std::string_view::npos;
  bool const number = at > 0 && (text[at] == '.' || text[at] == ')');
  if (!bullet && !number) return 0;
  ++at;
  bool const item = at == text.size() || text[at] == ' ' || text[at] == '\t';
  return item ? begin + at : 0;
}

bool is_heading(std::string_view text) {
  constexpr std::size_t deepest = 6;
  auto const signs = std::min(text.find_first_not_of('#'), text.size());
  return signs > 0 && signs <= deepest &&
         (signs == text.size() || text[signs] == ' ' || text[signs] == '\t');
}

bool underlines(std::string_view line) {
  auto const text = quoted(line).text;
  return !text.empty() && (text.find_first_not_of('=') == std::string_view::npos ||
                           text.find_first_not_of('-') == std::string_view::npos);
}

bool is_table_of_contents(std::string_view text) {
  constexpr auto names = std::to_array<std::string_view>({"[toc]", "[[toc]]", "[[_toc_]]"});
  return std::ranges::find(names, metadata::trimmed_lower(text)) != names.end();
}

bool names_table_of_contents(std::string_view text) {
  auto const list = text::trimmed(text.substr(2, text.size() - 3));
  return list == "toc" || list.starts_with("toc ") || list.ends_with(" toc");
}

bool includes_file(std::string_view text) {
  bool const code = text.starts_with("<<< ") && text.size() > 4 &&
                    std::string_view("@./").find(text[4]) != std::string_view::npos;
  return code || text.starts_with("--8<--") || text.starts_with(";--8<--") ||
         (text.starts_with("{!") && text.ends_with("!}"));
}

bool is_wrapper(std::string_view text) {
  constexpr auto names = std::to_array<std::string_view>(
      {"div", "section", "article", "main", "figure", "details", "center", "aside"});
  if (!text.starts_with('<') || text.find('>') + 1 != text.size()) return false;
  std::string_view rest = text.substr(text.starts_with("</") ? 2 : 1);
  auto const name = take_name(rest);
  bool const known = std::ranges::find(names, name) != names.end();
  return known && rest.find("hidden") == std::string_view::npos;
}

std::string_view markdown_element(std::string_view text) {
  if (!text.starts_with('<') || text.find('>') + 1 != text.size()) return {};
  std::string_view rest = text.substr(1);
  auto const name = take_name(rest);
  auto const at = rest.find(" markdown");
  if (at == std::string_view::npos || rest.find("hidden") != std::string_view::npos) return {};
  rest.remove_prefix(at + std::string_view(" markdown").size());
  bool const wanted = rest.starts_with('>') || rest.starts_with(' ') ||
                      (rest.starts_with('=') && !rest.starts_with("=\"0\""));
  return wanted ? name : std::string_view();
}

std::optional<std::string> indented_block_title(std::string_view text) {
  bool const tab = text.starts_with("===");
  if (!tab && !text.starts_with("!!!") && !text.starts_with("???")) return std::nullopt;
  text.remove_prefix(3);
  if (text.starts_with('+') || (tab && text.starts_with('!'))) text.remove_prefix(1);
  if (!text.starts_with(' ')) return std::nullopt;
  auto const title = quoted_end(text);
  if (title) return std::string(*title);
  bool const named =
      text::is_letter(text::trimmed(text).empty() ? ' ' : text::trimmed(text).front());
  return tab || !named ? std::nullopt : std::optional<std::string>("");
}

std::optional<std::string> slash_block_title(std::string_view text) {
  auto const slashes = std::min(text.find_first_not_of('/'), text.size());
  if (slashes < 3) return std::nullopt;
  auto rest = text.substr(slashes);
  if (rest.empty()) return std::string();
  if (!rest.starts_with(' ')) return std::nullopt;
  rest = text::trimmed(rest);
  auto const name = take_name(rest);
  rest = text::trimmed(rest);
  bool const block =
      !name.empty() && text::is_letter(name.front()) && (rest.empty() || rest.starts_with('|'));
  if (!block) return std::nullopt;
  // In `/// html | div.wide`, this is an element.
  return name == "html" || rest.empty() ? std::string()
                                        : std::string(text::trimmed(rest.substr(1)));
}

bool is_abbreviation(std::string_view text) {
  if (!text.starts_with("*[")) return false;
  auto const close = text.find("]:");
  return close != std::string_view::npos && close > 2;
}

std::optional<std::string> container_title(std::string_view text) {
  constexpr std::size_t least = 3;
  auto const colons = std::min(text.find_first_not_of(':'), text.size());
  if (colons < least) return std::nullopt;
  text = text::trimmed(text.substr(colons));
  auto const name = take_name(text);
  bool const is_container = text.empty() || !name.empty() || text.starts_with('{');
  if (!is_container) return std::nullopt;
  text = text::trimmed(text);
  std::string title;
  if (text.starts_with('{')) {
    auto const end = text.find('}');
    auto const attributes = text.substr(0, end);
    if (auto const at = attributes.find("title=\""); at != std::string_view::npos) {
      auto const value = attributes.substr(at + 7);
      title = value.substr(0, value.find('"'));
    }
    text = end == std::string_view::npos ? "" : text::trimmed(text.substr(end + 1));
  }
  if (text.starts_with('[')) {
    auto const end = text.rfind(']');
    if (end != std::string_view::npos) return std::string(text.substr(1, end - 1));
  }
  // `::: details Title {open}`
  if (auto const open = text.rfind('{'); text.ends_with('}') && open != std::string_view::npos)
    text = text::trimmed(text.substr(0, open));
  while (text.ends_with(':'))
    text.remove_suffix(1);
  return title.empty() ? std::string(text::trimmed(text)) : title;
}

std::optional<std::string> alert_title(std::string_view text) {
  if (!text.starts_with("[!")) return std::nullopt;
  auto const end = text.find(']');
  auto const name = text.substr(2, end - std::min<std::size_t>(end, 2));
  if (end == std::string_view::npos || name.empty() ||
      !std::ranges::all_of(name, [](char c) { return is_name(c) || c == '|' || c == ' '; }))
    return std::nullopt;
  text.remove_prefix(end + 1);
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  return std::string(text::trimmed(text));
}

std::string between_marks(std::string_view title) {
  return title.empty() ? ""
                       : std::string(paragraph_mark)
                             .append(" ")
                             .append(title)
                             .append(" ")
                             .append(paragraph_mark);
}

} // namespace recap::indexer
