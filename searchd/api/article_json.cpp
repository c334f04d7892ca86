// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/article_json.hpp"

#include <cmath>

namespace recap::api {

using Json = nlohmann::ordered_json;

Json text_or_null(std::string const& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json article_fields(index::Record const& article) {
  return {
      {"id", article.id},
      {"url", text_or_null(article.url)},
      {"title", article.title},
      {"author", article.author},
      {"role", text_or_null(article.role)},
      {"date", text_or_null(article.date)},
      {"year", article.year == 0 ? Json(nullptr) : Json(article.year)},
      {"season", text_or_null(article.season)},
      {"topics", article.topics},
      {"lang", article.lang},
  };
}

std::string dump(Json const& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

double rounded(double score) {
  constexpr double places = 10'000;
  return std::round(score * places) / places;
}

} // namespace recap::api
