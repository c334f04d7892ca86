// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/ghost_export.hpp"

#include "indexer/formats/file_reader.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace recap::indexer {
namespace {

using nlohmann::json;

json const& member(json const& object, char const* name) {
  static json const none;
  auto const found = object.is_object() ? object.find(name) : object.end();
  return object.is_object() && found != object.end() ? *found : none;
}

std::string text_of(json const& object, char const* name) {
  auto const& value = member(object, name);
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() ? value.dump() : std::string();
}

/// `{"db": [{"data": ...}]}`, as all versions since 1.0 write it, or `{"data": ...}`.
json const& data_of(json const& file) {
  auto const& databases = member(file, "db");
  if (databases.is_array() && !databases.empty()) return member(databases.front(), "data");
  return member(file, "data");
}

/// The names in a table for each post, by its id, in the order of the export.
using Names = std::map<std::string, std::vector<std::string>>;

/// `joins` has the ids of a post and of another row. Internal tags are not public.
Names names_of(json const& data, char const* table, char const* joins, char const* key) {
  std::map<std::string, std::string> names;
  for (auto const& row : member(data, table)) {
    if (text_of(row, "visibility") != "internal") names[text_of(row, "id")] = text_of(row, "name");
  }
  std::map<std::string, std::multimap<int, std::string>> sorted;
  for (auto const& row : member(data, joins)) {
    auto const name = names.find(text_of(row, key));
    if (name == names.end()) continue;
    auto const& order = member(row, "sort_order");
    sorted[text_of(row, "post_id")].emplace(order.is_number_integer() ? order.get<int>() : 0,
                                            name->second);
  }
  Names found;
  for (auto const& [post, in_order] : sorted) {
    for (auto const& [place, name] : in_order)
      found[post].push_back(name);
  }
  return found;
}

std::string status_of(json const& post) {
  auto const visibility = text_of(post, "visibility");
  bool const is_public = visibility.empty() || visibility == "public";
  auto const status = text_of(post, "status");
  if (status != "published") return "draft";
  return is_public ? "" : "private";
}

/// Ghost writes a placeholder for its own address.
std::string without_site(std::string address) {
  constexpr std::string_view site = "__GHOST_URL__";
  if (address.starts_with(site)) address.erase(0, site.size());
  return address;
}

json line_of(json const& post, Names const& tags, Names const& authors) {
  auto const slug = text_of(post, "slug");
  json line{{"id", slug.empty() ? text_of(post, "id") : slug}};
  auto const add = [&](char const* name, std::string value) {
    if (!value.empty()) line[name] = std::move(value);
  };
  add("title", text_of(post, "title"));
  add("url", slug.empty() ? "" : '/' + slug + '/');
  add("date", text_of(post, "published_at"));
  add("summary", text_of(post, "custom_excerpt"));
  add("image", without_site(text_of(post, "feature_image")));
  add("lang", text_of(post, "locale"));
  add("status", status_of(post));
  auto html = text_of(post, "html");
  line[html.empty() ? "text" : "html"] = html.empty() ? text_of(post, "plaintext") : html;
  auto const post_id = text_of(post, "id");
  if (auto const found = tags.find(post_id); found != tags.end()) line["topics"] = found->second;
  if (auto const found = authors.find(post_id); found != authors.end())
    line["author"] = found->second;
  return line;
}

/// The value of a `\\uXXXX` at `at`; nothing for anything else.
std::optional<unsigned> escape_at(std::string_view text, std::size_t at) {
  constexpr std::size_t bytes = 6;
  if (text.substr(at, 2) != "\\u" || at + bytes > text.size()) return std::nullopt;
  unsigned code = 0;
  for (char const c : text.substr(at + 2, 4)) {
    int const digit = text::hexadecimal(c);
    if (digit < 0) return std::nullopt;
    code = code * 16 + static_cast<unsigned>(digit);
  }
  return code;
}

/// Replaces lone surrogates and bytes that are not UTF-8 by U+FFFD; a single one would make the
/// whole export unreadable.
std::string with_whole_characters(std::string text) {
  for (std::size_t at = text.find('\\'); at != std::string::npos; at = text.find('\\', at)) {
    auto const code = escape_at(text, at);
    bool const high = code && *code >= 0xD800 && *code <= 0xDBFF;
    bool const low = code && *code >= 0xDC00 && *code <= 0xDFFF;
    auto const other = high ? escape_at(text, at + 6) : std::nullopt;
    bool const pair = other && *other >= 0xDC00 && *other <= 0xDFFF;
    if ((high && !pair) || low) text.replace(at, 6, "\\ufffd");
    at += pair ? 12 : code ? 6 : 2;
  }
  if (!text::invalid_utf8(text)) return text;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const next = text::decode(text, at);
    out.append(next.character == text::Decoded::invalid ? "\uFFFD"
                                                        : text.substr(at, next.end - at));
    at = next.end;
  }
  return out;
}

} // namespace

void read_ghost_export(SourceFile const& file, ReadOptions const& options, RawVisit const& visit) {
  auto const content = with_whole_characters(read_file(file));
  json parsed;
  try {
    parsed = json::parse(content);
  } catch (json::parse_error const& error) {
    throw metadata::Unreadable("not JSON at byte " + std::to_string(error.byte) +
                               "; export the site from Ghost again");
  }
  auto const& data = data_of(parsed);
  auto const& posts = member(data, "posts");
  if (!posts.is_array()) {
    throw metadata::Unreadable(
        "not an export of Ghost, which has db[0].data.posts; articles of your own are JSON lines "
        "(.jsonl)");
  }
  auto const tags = names_of(data, "tags", "posts_tags", "tag_id");
  auto const authors = names_of(data, "users", "posts_authors", "author_id");
  for (auto const& post : posts) {
    auto const line = line_of(post, tags, authors).dump();
    visit({.bytes = line, .too_large = line.size() > options.max_article_bytes});
  }
}

} // namespace recap::indexer
