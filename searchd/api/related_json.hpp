// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/related/related.hpp"

#include <string>

namespace recap::api {

/// Whom related stories are told to: an article's page, or the writer of a draft, who is also told
/// which topics would fit.
enum class RelatedFor { article, draft };

/// The body of `GET /v1/articles/{id}/related` and `POST /v1/related`.
[[nodiscard]] std::string to_json(search::RelatedResult const& result, RelatedFor whom);

} // namespace recap::api
