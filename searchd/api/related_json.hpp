// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/authors.hpp"
#include "searchd/search/related/related.hpp"

#include <string>

namespace recap::api {

/// The recipient of related stories: the page of an article, or the writer of a draft, who also
/// gets topic suggestions.
enum class RelatedFor { article, draft };

/// The body of `GET /v1/articles/{id}/related` and `POST /v1/related`.
[[nodiscard]] std::string to_json(search::RelatedResult const& result, RelatedFor whom,
                                  AuthorTable const& authors);

} // namespace recap::api
