// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/article_json.hpp"

#include "index/fields.hpp"

#include <cmath>
#include <variant>

namespace recap::api {
namespace {

void write(JsonWriter& json, std::string_view name, std::string const& text) {
  json.text_or_null(name, text);
}

void write(JsonWriter& json, std::string_view name, std::vector<std::string> const& list) {
  json.member(name, list);
}

void write(JsonWriter& json, std::string_view name, std::uint16_t year) {
  if (year != 0) return json.member(name, year);
  json.key(name);
  json.value(nullptr);
}

/// Beside the list `author`, in its order.
void write_authors(JsonWriter& json, std::vector<std::string> const& ids,
                   AuthorTable const& authors) {
  if (!authors.names_one_of(ids)) return;
  json.list("authors", ids, [&](std::string const& id) {
    json.object([&] {
      auto const* const author = authors.find(id);
      json.member("name", authors.name_of(id));
      json.text_or_null("url", author == nullptr ? std::string() : author->url);
    });
  });
}

} // namespace

void write_article_fields(JsonWriter& json, index::Record const& article,
                          AuthorTable const& authors) {
  for (index::Field const& field : index::fields) {
    if (!field.shown) continue;
    std::visit([&](auto member) { write(json, field.member, article.*member); }, field.value);
  }
  write_authors(json, article.author, authors);
}

double rounded(double score) {
  constexpr double places = 10'000;
  return std::round(score * places) / places;
}

} // namespace recap::api
