// SPDX-License-Identifier: GPL-2.0-or-later
#include "metadata/front_matter_lines.hpp"

#include "metadata/metadata.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>

namespace recap::metadata {
namespace {

/// Keys that are unlikely to begin the first sentence of a text.
constexpr auto first_keys = std::to_array<std::string_view>(
    {"title", "date", "author", "authors", "slug", "status", "draft", "published", "tags",
     "category", "categories", "keywords", "description", "lang", "layout", "modified", "permalink",
     "toc"});

bool is_key_character(char c) {
  return text::is_alphanumeric(c) || c == '_' || c == '-';
}

/// Bytes of the key before a colon at the beginning of the line; 0 if there is none.
std::size_t key_bytes(std::string_view line) {
  auto const colon = line.find(':');
  if (colon == std::string_view::npos) return 0;
  auto const key = text::trimmed(line.substr(0, colon));
  // Pelican takes `Status:draft`; an address is no header.
  bool const valued = !line.substr(colon + 1).starts_with("//");
  return valued && !key.empty() && std::ranges::all_of(key, is_key_character) ? colon : 0;
}

Line line_at(std::string_view file, std::size_t begin, std::size_t number) {
  auto const end = std::min(file.find('\n', begin), file.size());
  std::string_view text = file.substr(begin, end - begin);
  text = text.substr(0, text.find_last_not_of(" \t\r") + 1);
  return {text, number, std::min(end + 1, file.size()), begin};
}

} // namespace

Line first_line(std::string_view file) {
  Line line = line_at(file, 0, 1);
  while (line.text.empty() && line.next < file.size())
    line = next_line(file, line);
  return line;
}

Line next_line(std::string_view file, Line const& line) {
  return line_at(file, line.next, line.number + 1);
}

bool is_word(std::string_view text) {
  return std::ranges::all_of(text::trimmed(text), is_key_character) &&
         !text::trimmed(text).starts_with('-');
}

bool begins_object(std::string_view text) {
  if (!text.starts_with('{')) return false;
  text.remove_prefix(std::min(text.find_first_not_of(text::white_space, 1), text.size()));
  if (text.starts_with('}')) return true;
  std::size_t bytes =
      static_cast<std::size_t>(std::ranges::find_if_not(text, is_key_character) - text.begin());
  if (text.starts_with('"') || text.starts_with('\'')) bytes = text.find(text.front(), 1) + 1;
  auto const behind = text.find_first_not_of(text::white_space, bytes);
  return bytes > 0 && behind != std::string_view::npos && text[behind] == ':';
}

std::size_t end_of_object(std::string_view text) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char const c = text[at];
    if (c == '"') {
      while (++at < text.size() && text[at] != '"')
        at += text[at] == '\\' ? 1 : 0;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && --depth == 0) {
      return at + 1;
    }
  }
  return 0;
}

bool is_header(std::string_view line) {
  return line.starts_with(' ') || line.starts_with('\t') || key_bytes(line) > 0;
}

bool is_known_header(std::string_view line) {
  auto const key = trimmed_lower(line.substr(0, key_bytes(line)));
  return std::ranges::find(first_keys, key) != first_keys.end();
}

Entries read_headers(std::string_view text, std::size_t first) {
  Node map;
  map.kind = Node::Kind::map;
  std::string value;
  auto const end_value = [&] {
    if (map.keys.size() == map.children.size()) return;
    auto node = std::make_shared<Node>();
    node->kind = Node::Kind::text;
    node->text = std::string(text::trimmed(value));
    node->line = map.keys.back().line;
    add_child(map, std::move(node));
    value.clear();
  };
  for (Line line = line_at(text, 0, first); line.begin < text.size();
       line = next_line(text, line)) {
    if (line.text.starts_with(' ') || line.text.starts_with('\t')) {
      value.append(" ").append(line.text);
      continue;
    }
    end_value();
    if (line.text.empty()) continue;
    auto const colon = key_bytes(line.text);
    map.keys.push_back({trimmed_lower(line.text.substr(0, colon)), line.number, 1});
    value = line.text.substr(std::min(colon + 1, line.text.size()));
  }
  end_value();
  return entries_of(map, false);
}

} // namespace recap::metadata
