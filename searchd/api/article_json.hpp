// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace recap::api {

/// What hits, related stories and a stored article tell alike.
[[nodiscard]] nlohmann::ordered_json article_fields(index::Record const& article);

[[nodiscard]] nlohmann::ordered_json text_or_null(std::string const& text);

/// As text with a line end. Articles are checked to be UTF-8 when they are indexed; a damaged one
/// must not fail the others.
[[nodiscard]] std::string dump(nlohmann::ordered_json const& json);

/// Scores are told with four decimals.
[[nodiscard]] double rounded(double score);

} // namespace recap::api
