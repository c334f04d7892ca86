// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/message.hpp"
#include "searchd/search/request.hpp"
#include "searchd/search/suggest/suggest.hpp"

namespace recap::api {

inline constexpr std::size_t default_limit = 10;
inline constexpr std::size_t largest_limit = 100;
/// Limits the cost: deeper pages cost as much as all pages before them.
inline constexpr std::size_t largest_offset = 10'000;

/// Parses the parameters of `GET /v1/search` (docs/http-api.md). An empty value counts as absent,
/// because forms send it. Throws search::BadRequest for an unknown parameter, a value out of range,
/// or a repeated parameter other than a filter.
[[nodiscard]] search::Request search_request(NameValues const& parameters);

/// `value` of the parameter `name`, 0 to `largest`. Throws search::BadRequest.
[[nodiscard]] std::size_t whole_number(std::string const& name, std::string const& value,
                                       std::size_t largest);

inline constexpr std::size_t default_related = 5;
inline constexpr std::size_t largest_related = 20;

/// Parses `limit`, the only parameter of related stories. Throws search::BadRequest.
[[nodiscard]] std::size_t related_limit(NameValues const& parameters);

inline constexpr std::size_t default_suggestions = 8;
inline constexpr std::size_t largest_suggestions = 20;

/// Parses the parameters of `GET /v1/suggest`. Throws as search_request().
[[nodiscard]] search::SuggestRequest suggest_request(NameValues const& parameters);

} // namespace recap::api
