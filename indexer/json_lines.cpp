// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/json_lines.hpp"

#include "indexer/html.hpp"
#include "indexer/markdown.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace recap::indexer {
namespace {

using Json = nlohmann::json;

constexpr int deepest_nesting = 32;

constexpr std::array<std::string_view, 3> text_keys{"text", "body", "content"};

std::optional<std::string> scalar(Json const& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number() || value.is_boolean()) return value.dump();
  return std::nullopt;
}

MetadataEntry entry_of(std::string key, Json const& value, std::size_t line) {
  std::ranges::transform(key, key.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  MetadataEntry entry{
      .key = std::move(key), .kind = MetadataEntry::Kind::text, .values = {}, .line = line};
  if (auto text = scalar(value)) {
    entry.values.push_back(std::move(*text));
  } else if (value.is_array()) {
    entry.kind = MetadataEntry::Kind::list;
    for (auto const& item : value) {
      if (auto element = scalar(item)) entry.values.push_back(std::move(*element));
    }
  } else if (!value.is_null()) {
    entry.kind = MetadataEntry::Kind::nested;
  }
  return entry;
}

Json parse(std::string_view json, std::size_t line) {
  std::set<std::string> keys;
  auto const bounded = [&](int depth, Json::parse_event_t event, Json& value) {
    if (depth == 1 && event == Json::parse_event_t::key &&
        !keys.insert(value.get_ref<std::string const&>()).second) {
      throw Unreadable("key \"" + value.get<std::string>() + "\" stands twice; keep one", line);
    }
    bool const opens =
        event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start;
    return !opens || depth < deepest_nesting;
  };
  try {
    Json parsed = Json::parse(json, bounded);
    if (parsed.is_object()) return parsed;
  } catch (Json::parse_error const& error) {
    throw Unreadable("not JSON at byte " + std::to_string(error.byte) + "; write one object a line",
                     line);
  }
  throw Unreadable("not a JSON object; write one object a line", line);
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
  Json const parsed = parse(json, line);
  for (auto const& [key, value] : parsed.items())
    keys.push_back(key);
  return keys;
}

Article json_article(std::string_view json, std::size_t line, Origin const& origin) {
  Json const parsed = parse(json, line);
  auto const id = parsed.find("id");
  if (id == parsed.end() ||
      scalar(*id).value_or("").find_first_not_of(" \t\r\n") == std::string::npos)
    throw Unreadable("no \"id\"; each article needs one", line);
  Metadata metadata;
  for (auto const& [key, value] : parsed.items()) {
    bool const is_body = key == "markdown" || key == "html" || key == "sections" ||
                         std::ranges::find(text_keys, key) != text_keys.end();
    if (!is_body) metadata.push_back(entry_of(key, value, line));
  }
  return apply_field_rules(metadata, sections_of(parsed, line), origin);
}

} // namespace recap::indexer
