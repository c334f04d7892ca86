// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/algolia_item.hpp"
#include "searchd/api/answer_room.hpp"
#include "searchd/api/authors.hpp"
#include "searchd/api/message.hpp"
#include "searchd/search/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace recap::api {

/// The form of hits.
enum class AlgoliaHits {
  articles,
  sections, ///< as DocSearch expects them
};

/// Room for the response to one call; its advice names the parameters of the protocol.
[[nodiscard]] AnswerRoom algolia_room();

/// The response to one search; takes its size from the `room` of the call. `authors`: the names in
/// records.
[[nodiscard]] nlohmann::ordered_json algolia_search_answer(AlgoliaItem const& item,
                                                           search::Result const& result,
                                                           AlgoliaHits shown, AnswerRoom& room,
                                                           AuthorTable const& authors);

/// The response to a search for values of a facet; `result` has only that facet.
[[nodiscard]] nlohmann::ordered_json algolia_facet_answer(AlgoliaItem const& item,
                                                          search::Result const& result);

/// `{"message", "status"}`, which clients show or log.
[[nodiscard]] Response algolia_error(unsigned status, std::string const& message);

[[nodiscard]] Response algolia_response(nlohmann::ordered_json const& body);

} // namespace recap::api
