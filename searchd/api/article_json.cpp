// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/article_json.hpp"

#include <cmath>

namespace recap::api {

void write_article_fields(JsonWriter& json, index::Record const& article) {
  json.member("id", article.id);
  json.text_or_null("url", article.url);
  json.member("title", article.title);
  json.member("author", article.author);
  json.text_or_null("role", article.role);
  json.text_or_null("date", article.date);
  json.key("year");
  if (article.year == 0) {
    json.value(nullptr);
  } else {
    json.value(article.year);
  }
  json.text_or_null("season", article.season);
  json.member("topics", article.topics);
  json.member("lang", article.lang);
}

double rounded(double score) {
  constexpr double places = 10'000;
  return std::round(score * places) / places;
}

} // namespace recap::api
