// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/formats/json_ld.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace recap::indexer {
namespace {

using Json = nlohmann::json;

constexpr int deepest_nesting = 16;

Json const* member(Json const& object, char const* key) {
  if (!object.is_object()) return nullptr;
  auto const found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

std::string text(Json const& object, char const* key) {
  auto const* const value = member(object, key);
  return value != nullptr && value->is_string() ? value->get<std::string>() : "";
}

bool is_article(Json const& type) {
  if (type.is_array()) return std::ranges::any_of(type, is_article);
  if (!type.is_string()) return false;
  auto const name = type.get<std::string>();
  return name.ends_with("Article") || name.ends_with("Posting");
}

Json const* find_article(Json const& json) {
  if (json.is_array()) {
    for (auto const& item : json) {
      if (auto const* const found = find_article(item)) return found;
    }
    return nullptr;
  }
  auto const* const type = member(json, "@type");
  if (type != nullptr && is_article(*type)) return &json;
  auto const* const graph = member(json, "@graph");
  return graph != nullptr ? find_article(*graph) : nullptr;
}

/// `"Ann"`, `{"name": "Ann"}` or a list of these.
std::vector<std::string> names(Json const& value) {
  std::vector<std::string> list;
  if (value.is_string()) list.push_back(value.get<std::string>());
  if (value.is_object()) list.push_back(text(value, "name"));
  if (value.is_array()) {
    for (auto const& item : value) {
      for (auto& name : names(item))
        list.push_back(std::move(name));
    }
  }
  std::erase(list, "");
  return list;
}

std::vector<std::string> split(std::vector<std::string> list) {
  if (list.size() != 1) return list;
  std::vector<std::string> parts;
  std::string part;
  for (char c : list.front() + ',') {
    if (c != ',') {
      part += c;
    } else if (!part.empty()) {
      parts.push_back(std::exchange(part, {}));
    }
  }
  return parts;
}

} // namespace

LinkedData json_ld(std::string_view json) {
  auto const bounded = [](int depth, Json::parse_event_t, Json&) {
    return depth < deepest_nesting;
  };
  Json const parsed = Json::parse(json, bounded, false);
  auto const* const article = parsed.is_discarded() ? nullptr : find_article(parsed);
  if (article == nullptr) return {};
  LinkedData data{.title = text(*article, "headline"),
                  .date = text(*article, "datePublished"),
                  .lang = text(*article, "inLanguage"),
                  .summary = text(*article, "description")};
  if (auto const* const author = member(*article, "author")) data.authors = names(*author);
  if (auto const* const keywords = member(*article, "keywords"))
    data.topics = split(names(*keywords));
  return data;
}

void merge(LinkedData& data, LinkedData more) {
  auto const fill = [](auto& known, auto& other) {
    if (known.empty()) known = std::move(other);
  };
  fill(data.title, more.title);
  fill(data.authors, more.authors);
  fill(data.date, more.date);
  fill(data.topics, more.topics);
  fill(data.lang, more.lang);
  fill(data.summary, more.summary);
}

} // namespace recap::indexer
