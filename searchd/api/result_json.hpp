// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/authors.hpp"
#include "searchd/search/request.hpp"
#include "searchd/search/result.hpp"
#include "searchd/search/suggest/suggest.hpp"

#include <string>
#include <string_view>

namespace recap::api {

/// The name of a kind in the contract: `exact`, `stem`, ...
[[nodiscard]] std::string_view name_of(search::ReasonKind kind);

/// The body of `GET /v1/search`; see docs/http-api.md.
[[nodiscard]] std::string to_json(search::Result const& result, search::Request const& request,
                                  AuthorTable const& authors);

/// The body of `GET /v1/articles/{id}`.
[[nodiscard]] std::string to_json(index::Record const& article, AuthorTable const& authors);

[[nodiscard]] std::string to_json(search::Suggestions const& result,
                                  search::SuggestRequest const& request,
                                  AuthorTable const& authors);

} // namespace recap::api
