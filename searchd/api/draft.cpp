// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/draft.hpp"

#include "index/fields.hpp"
#include "searchd/api/bounds.hpp"
#include "searchd/api/json_reader.hpp"
#include "searchd/api/markdown_draft.hpp"
#include "searchd/search/request.hpp"
#include "text/ascii.hpp"
#include "text/unicode.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

namespace recap::api {
namespace {

using nlohmann::json;
using search::BadRequest;

std::string compared(std::string_view content_type) {
  std::string type = text::lowered(content_type);
  std::erase_if(type, [](char c) { return c == ' ' || c == '\t' || c == '"'; });
  return type;
}

std::string text_of(json const& value, std::string const& key) {
  if (!value.is_string()) throw BadRequest(key + " is a text", key);
  return value.get<std::string>();
}

std::vector<std::string> list_of(json const& value, std::string const& key) {
  if (value.is_string()) return {value.get<std::string>()};
  if (!value.is_array()) throw BadRequest(key + " is a text or a list of texts", key);
  std::vector<std::string> list;
  for (auto const& item : value)
    list.push_back(text_of(item, key));
  return list;
}

/// The field of an article that a draft may have; null if it depends on a place on the site.
index::Field const* draft_field(std::string const& key) {
  auto const* const found = std::ranges::find(index::fields, key, &index::Field::member);
  bool const known = found != index::fields.end() && found->id != index::FieldId::id &&
                     found->id != index::FieldId::url && found->id != index::FieldId::date;
  return known ? &*found : nullptr;
}

[[noreturn]] void refuse(std::string const& key) {
  std::string names;
  for (auto const& field : index::fields) {
    std::string const name(field.member);
    if (draft_field(name) != nullptr) names.append(name).append(", ");
  }
  throw BadRequest("a draft has " + names + "body, and no " + key, key);
}

/// A text or a number in stored form.
std::string value_of(index::Field const& field, json const& value, std::string const& key) {
  bool const number = field.kind == index::ValueKind::year && value.is_number_unsigned();
  auto stored = index::stored_value(field, number ? value.dump() : text_of(value, key));
  if (!stored) throw BadRequest(key + " is " + std::string(index::expected_value(field)), key);
  return std::move(*stored);
}

void take(index::Record& draft, std::string const& key, json const& value) {
  if (value.is_null()) return;
  auto const* const field = draft_field(key);
  if (field == nullptr) refuse(key);
  using Record = index::Record;
  if (auto const* const list = std::get_if<std::vector<std::string> Record::*>(&field->value)) {
    draft.** list = list_of(value, key);
  } else if (auto const* const text = std::get_if<std::string Record::*>(&field->value)) {
    draft.** text = value_of(*field, value, key);
  } else {
    auto const year = std::get<std::uint16_t Record::*>(field->value);
    draft.*year = static_cast<std::uint16_t>(std::stoi(value_of(*field, value, key)));
  }
}

index::Record json_draft(std::string_view body) {
  json const object = read_json(body, "body");
  if (!object.is_object()) throw BadRequest("the body is not a JSON object", "body");
  index::Record draft;
  auto const text = object.find("body");
  if (text != object.end() && !text->is_null()) draft = markdown_draft(text_of(*text, "body"));
  for (auto const& [key, value] : object.items()) {
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

/// Limits lookups in the index: one for each member.
void check_list(std::vector<std::string> const& list, std::string const& key) {
  if (list.size() <= most_listed) return;
  throw BadRequest("a draft has at most " + std::to_string(most_listed) + " " + key, key);
}

} // namespace

std::optional<DraftFormat> draft_format(std::string_view content_type) {
  std::string const type = compared(content_type);
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
  for (auto const& field : index::fields)
    check_list(values_of(draft, field), std::string(field.member));
  return draft;
}

} // namespace recap::api
