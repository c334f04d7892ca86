// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "searchd/api/json_writer.hpp"

namespace recap::api {

/// Writes the members that hits, related stories and a stored article have alike.
void write_article_fields(JsonWriter& json, index::Record const& article);

/// Scores are told with four decimals.
[[nodiscard]] double rounded(double score);

} // namespace recap::api
