// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "searchd/api/authors.hpp"
#include "searchd/api/json_writer.hpp"

namespace recap::api {

/// Writes the members shared by hits, related stories and stored articles. Names authors as
/// `authors` does; without names, there is no member `authors`.
void write_article_fields(JsonWriter& json, index::Record const& article,
                          AuthorTable const& authors);

/// Rounds a score to four decimals.
[[nodiscard]] double rounded(double score);

} // namespace recap::api
