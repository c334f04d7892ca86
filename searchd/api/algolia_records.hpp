// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "searchd/api/authors.hpp"
#include "searchd/search/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace recap::api {

/// Seconds since 1970 at the beginning of a day, `YYYY-MM-DD` or `YYYYMMDD`; nullopt for an invalid
/// day.
[[nodiscard]] std::optional<std::int64_t> algolia_timestamp(std::string day);

/// An article as a record of the protocol: `objectID title url author role date date_timestamp year
/// season topics lang summary`, `authors` (name, url) if `authors` has a name for one, and from the
/// best section `section` (heading, anchor, url) and `content`. Unknown values are omitted, and so
/// are addresses with a scheme other than http and https, because clients turn them into links.
[[nodiscard]] nlohmann::ordered_json article_record(search::Hit const& hit,
                                                    AuthorTable const& authors);

/// A section as DocSearch expects it: `objectID url url_without_anchor anchor type content
/// hierarchy`, the facets of the article and its `authors`. lvl0 is the title of the article, by
/// which DocSearch groups, and lvl1 too without a section; lvl1 to lvl6 are the headings above the
/// section and its own. `place`: index of the section; nullopt for the article as a whole.
/// `in_text`: the match is in the section's text, so its type is `content`.
[[nodiscard]] nlohmann::ordered_json section_record(search::Hit const& hit,
                                                    AuthorTable const& authors,
                                                    std::optional<std::size_t> place, bool in_text);

} // namespace recap::api
