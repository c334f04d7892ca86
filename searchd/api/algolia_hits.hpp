// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/algolia_item.hpp"
#include "searchd/api/answer_room.hpp"
#include "searchd/api/authors.hpp"
#include "searchd/search/result.hpp"

#include <nlohmann/json_fwd.hpp>

namespace recap::api {

/// The hits of `result`, which must be raw, as articles: the attributes that the item retrieves,
/// `objectID`, `_highlightResult` and `_snippetResult`. Takes the size of each from `room` before
/// building the next.
[[nodiscard]] nlohmann::ordered_json article_hits(AlgoliaItem const& item,
                                                  search::Result const& result, AnswerRoom& room,
                                                  AuthorTable const& authors);

/// The hits as sections, at most `wanted_hits(item)`: the best section of every article and, if
/// there is room, further ones of the first articles, next to their best, within `distinct`. Every
/// text has a `_snippetResult`, because DocSearch inserts texts without one into the page as
/// markup.
[[nodiscard]] nlohmann::ordered_json section_hits(AlgoliaItem const& item,
                                                  search::Result const& result, AnswerRoom& room,
                                                  AuthorTable const& authors);

} // namespace recap::api
