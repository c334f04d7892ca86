// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/draft.hpp"

#include "index/fields.hpp"
#include "searchd/api/bounds.hpp"
#include "searchd/api/json_reader.hpp"
#include "searchd/api/markdown_draft.hpp"
#include "searchd/search/request.hpp"
#include "text/unicode.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace recap::api {
namespace {

using Json = nlohmann::json;
using search::BadRequest;

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  std::erase_if(lower, [](char c) { return c == ' ' || c == '\t' || c == '"'; });
  return lower;
}

std::string text_of(Json const& value, std::string const& key) {
  if (!value.is_string()) throw BadRequest(key + " is a text", key);
  return value.get<std::string>();
}

std::vector<std::string> list_of(Json const& value, std::string const& key) {
  if (value.is_string()) return {value.get<std::string>()};
  if (!value.is_array()) throw BadRequest(key + " is a text or a list of texts", key);
  std::vector<std::string> list;
  for (auto const& item : value)
    list.push_back(text_of(item, key));
  return list;
}

std::uint16_t year_of(Json const& value, std::string const& key) {
  bool const is_year = value.is_number_unsigned() && value.get<std::uint64_t>() >= 1000 &&
                       value.get<std::uint64_t>() <= 9999;
  if (!is_year) throw BadRequest("year is a number of four digits", key);
  return value.get<std::uint16_t>();
}

std::string season_of(Json const& value, std::string const& key) {
  if (auto const season = index::season_named(text_of(value, key))) return std::string(*season);
  throw BadRequest("season is one of spring, summer, fall, winter, first-half, second-half", key);
}

void take(index::Record& draft, std::string const& key, Json const& value) {
  if (value.is_null()) return;
  if (key == "title") {
    draft.title = text_of(value, key);
  } else if (key == "author") {
    draft.author = list_of(value, key);
  } else if (key == "topics") {
    draft.topics = list_of(value, key);
  } else if (key == "summary") {
    draft.summary = text_of(value, key);
  } else if (key == "lang") {
    draft.lang = text_of(value, key);
  } else if (key == "year") {
    draft.year = year_of(value, key);
  } else if (key == "season") {
    draft.season = season_of(value, key);
  } else {
    throw BadRequest("a draft has title, body, author, topics, summary, lang, year and season, and "
                     "no " +
                         key,
                     key);
  }
}

index::Record json_draft(std::string_view body) {
  Json const json = read_json(body, "body");
  if (!json.is_object()) throw BadRequest("the body is not a JSON object", "body");
  index::Record draft;
  auto const text = json.find("body");
  if (text != json.end() && !text->is_null()) draft = markdown_draft(text_of(*text, "body"));
  for (auto const& [key, value] : json.items()) {
    if (key != "body") take(draft, key, value);
  }
  return draft;
}

index::Record draft_of(DraftFormat format, std::string_view body) {
  if (format == DraftFormat::json) return json_draft(body);
  if (auto const fault = text::invalid_utf8(body))
    throw BadRequest("the body is not UTF-8 at byte " + std::to_string(*fault + 1), "body");
  if (format == DraftFormat::markdown) return markdown_draft(body);
  index::Record draft;
  draft.sections.emplace_back().text = body;
  return draft;
}

/// Each is looked up in the index.
void check_list(std::vector<std::string> const& list, std::string const& key) {
  if (list.size() <= most_listed) return;
  throw BadRequest("a draft has at most " + std::to_string(most_listed) + " " + key, key);
}

} // namespace

std::optional<DraftFormat> draft_format(std::string_view content_type) {
  std::string const type = lower_case(content_type);
  auto const end = std::min(type.find(';'), type.size());
  auto const parameters = type.substr(end);
  auto const charset = parameters.find("charset=");
  bool const is_utf8 = charset == std::string::npos ||
                       parameters.substr(charset).starts_with("charset=utf-8") ||
                       parameters.substr(charset).starts_with("charset=us-ascii");
  if (!is_utf8) return std::nullopt;
  std::string_view const name = std::string_view(type).substr(0, end);
  if (name == "text/markdown") return DraftFormat::markdown;
  if (name == "text/plain") return DraftFormat::plain;
  if (name == "application/json") return DraftFormat::json;
  return std::nullopt;
}

index::Record read_draft(DraftFormat format, std::string_view body) {
  auto draft = draft_of(format, body);
  check_list(draft.topics, "topics");
  check_list(draft.author, "author");
  check_list(draft.aliases, "aliases");
  return draft;
}

} // namespace recap::api
