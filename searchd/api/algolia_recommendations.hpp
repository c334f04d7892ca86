// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/algolia_item.hpp"
#include "searchd/api/answer_room.hpp"
#include "searchd/api/authors.hpp"
#include "searchd/search/engine.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace recap::api {

/// What a widget such as `relatedProducts` requests for one article.
struct AlgoliaRecommendation {
  AlgoliaItem item;      ///< index, filters and attributes, from `queryParameters`
  std::string object_id; ///< the article
  double threshold = 0;  ///< least `_score`, 0 to 100
  std::size_t most = 0;  ///< articles
};

/// Reads a member of `requests`. The models `related-products` and `looking-similar` are equivalent
/// here. Throws search::BadRequest.
[[nodiscard]] AlgoliaRecommendation read_algolia_recommendation(nlohmann::json const& request);

/// The related stories that match the filters, as hits with `_score`; empty for an unknown article.
/// Takes their size from the `room` of the call.
[[nodiscard]] nlohmann::ordered_json algolia_related(search::Engine const& engine,
                                                     AlgoliaRecommendation const& wanted,
                                                     AnswerRoom& room, AuthorTable const& authors);

} // namespace recap::api
