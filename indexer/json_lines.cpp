// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/json_lines.hpp"

#include "indexer/html.hpp"
#include "indexer/json_metadata.hpp"
#include "indexer/markdown.hpp"

#include <algorithm>
#include <array>

namespace recap::indexer {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 3> text_keys{"text", "body", "content"};

bool is_metadata(std::string_view key) {
  return key != "markdown" && key != "html" && key != "sections" &&
         std::ranges::find(text_keys, key) == text_keys.end();
}

std::string body_text(Json const& value, std::string_view key, std::size_t line) {
  if (!value.is_string()) throw Unreadable("\"" + std::string(key) + "\" is no text", line);
  auto text = value.get<std::string>();
  if (text.find('\0') != std::string::npos)
    throw Unreadable("\"" + std::string(key) + "\" has a zero byte", line);
  return text;
}

/// As recap-indexer --export writes them.
std::vector<index::Section> exported_sections(Json const& list, std::size_t line) {
  std::vector<index::Section> sections;
  try {
    for (auto const& item : list) {
      index::Section section;
      section.heading = item.value("heading", "");
      section.anchor = item.value("anchor", "");
      section.level = item.value("level", 0U);
      section.text = item.value("text", "");
      sections.push_back(std::move(section));
    }
    return sections;
  } catch (Json::exception const&) {
    throw Unreadable("\"sections\" is not a list of {heading, anchor, level, text}", line);
  }
}

std::vector<index::Section> sections_of(Json const& article, std::size_t line) {
  if (auto const sections = article.find("sections"); sections != article.end())
    return exported_sections(*sections, line);
  if (auto const markdown = article.find("markdown"); markdown != article.end()) {
    return markdown_sections(body_text(*markdown, "markdown", line));
  }
  if (auto const html = article.find("html"); html != article.end()) {
    auto const page = body_text(*html, "html", line);
    HtmlTree const tree(page);
    return html_sections(html_content(tree));
  }
  for (auto const key : text_keys) {
    auto const found = article.find(key);
    if (found == article.end()) continue;
    index::Section section;
    section.text = body_text(*found, key, line);
    return {std::move(section)};
  }
  return {};
}

} // namespace

std::vector<std::string> json_keys(std::string_view json, std::size_t line) {
  std::vector<std::string> keys;
  for (auto const& [key, place] : parse_json(json, line).lines)
    keys.push_back(key);
  return keys;
}

Article json_article(std::string_view json, std::size_t line, Origin const& origin) {
  auto const parsed = parse_json(json, line);
  auto const id = parsed.object.find("id");
  if (id == parsed.object.end() ||
      json_scalar(*id).find_first_not_of(" \t\r\n") == std::string::npos)
    throw Unreadable("no \"id\"; each article needs one", line);
  return apply_field_rules(entries_of(json_node(parsed, is_metadata), false),
                           sections_of(parsed.object, line), origin);
}

} // namespace recap::indexer
