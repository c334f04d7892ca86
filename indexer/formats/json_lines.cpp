// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/json_lines.hpp"

#include "indexer/formats/field_rules.hpp"
#include "indexer/formats/html_page.hpp"
#include "indexer/markup/markdown.hpp"
#include "metadata/json.hpp"
#include "metadata/known_keys.hpp"

#include <array>
#include <cstdint>

namespace recap::indexer {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 3> text_keys{"text", "body", "content"};

bool is_metadata(std::string_view key) {
  return !metadata::is_body_key(key);
}

std::string body_text(Json const& value, std::string_view key, std::size_t line) {
  if (!value.is_string())
    throw metadata::Unreadable("\"" + std::string(key) + "\" is not a string", line);
  auto text = value.get<std::string>();
  if (text.find('\0') != std::string::npos)
    throw metadata::Unreadable("\"" + std::string(key) + "\" has a zero byte", line);
  return text;
}

constexpr unsigned deepest_heading = 6;

std::uint32_t level_of(Json const& section, std::size_t line) {
  auto const level = section.value("level", Json(0U));
  if (!level.is_number_unsigned() || level > deepest_heading)
    throw metadata::Unreadable("\"level\" is not a number from 0 to 6", line);
  return level.get<std::uint32_t>();
}

/// The sections written by recap-indexer --export.
std::vector<index::Section> exported_sections(Json const& list, std::size_t line) {
  std::vector<index::Section> sections;
  try {
    for (auto const& item : list) {
      auto const text = [&](char const* key) {
        return body_text(item.value(key, Json("")), key, line);
      };
      index::Section section;
      section.heading = text("heading");
      section.anchor = text("anchor");
      section.level = level_of(item, line);
      section.text = text("text");
      sections.push_back(std::move(section));
    }
    return sections;
  } catch (Json::exception const&) {
    throw metadata::Unreadable("\"sections\" is not a list of {heading, anchor, level, text}",
                               line);
  }
}

/// Adds the metadata of the text for keys that the object does not have.
void add_missing(metadata::Entries& metadata, metadata::Entries of_text, std::size_t line) {
  for (auto& entry : of_text) {
    if (find(metadata, entry.key) != nullptr) continue;
    entry.line = line;
    entry.column = 0;
    metadata.push_back(std::move(entry));
  }
}

/// The sections; adds the metadata of front matter or of a page's head to `metadata`.
std::vector<index::Section> sections_of(Json const& article, std::size_t line,
                                        metadata::Entries& metadata) {
  if (auto const sections = article.find("sections"); sections != article.end())
    return exported_sections(*sections, line);
  if (auto const markdown = article.find("markdown"); markdown != article.end()) {
    auto const text = body_text(*markdown, "markdown", line);
    try {
      auto parts = metadata::split_front_matter(text);
      add_missing(metadata, std::move(parts.metadata), line);
      return markdown_sections(parts.body);
    } catch (metadata::Unreadable const& error) {
      throw metadata::Unreadable(error.what(), line);
    }
  }
  if (auto const html = article.find("html"); html != article.end()) {
    auto page = read_html(body_text(*html, "html", line));
    add_missing(metadata, std::move(page.metadata), line);
    return std::move(page.sections);
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

Article read_json_line(RawArticle const& raw, SourceFile const&, ReadOptions const& options) {
  auto const parsed = metadata::parse_json(raw.bytes, raw.line);
  auto const id = parsed.object.find("id");
  if (id == parsed.object.end() ||
      metadata::json_scalar(*id).find_first_not_of(" \t\r\n") == std::string::npos)
    throw metadata::Unreadable("no \"id\"; each article needs one", raw.line);
  auto metadata = entries_of(json_node(parsed, is_metadata), false);
  auto sections = sections_of(parsed.object, raw.line, metadata);
  return apply_field_rules(metadata, std::move(sections), {.base_url = options.base_url});
}

ArticleFacts json_line_facts(RawArticle const& raw) {
  ArticleFacts facts;
  for (auto const& [key, place] : metadata::parse_json(raw.bytes, raw.line).lines)
    facts.keys.push_back({key, raw.line});
  return facts;
}

} // namespace recap::indexer
