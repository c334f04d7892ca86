// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"
#include "searchd/search/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace recap::api {

/// Seconds since 1970 at the beginning of a day, `YYYY-MM-DD` or `YYYYMMDD`; none where it is no
/// day.
[[nodiscard]] std::optional<std::int64_t> algolia_timestamp(std::string day);

/// An article as a record of the protocol: `objectID title url author role date
/// date_timestamp year season topics lang summary`, and of the section that answers
/// `section` (heading, anchor, url) and `content`. What is not known is left out.
/// An address of another scheme than http and https is no address here: clients put it into links.
[[nodiscard]] nlohmann::ordered_json article_record(search::Hit const& hit);

/// A section as DocSearch knows it: `objectID url url_without_anchor anchor type content
/// hierarchy` and the facets of the article. lvl0 is the title of the article, under
/// which DocSearch groups; lvl1 to lvl6 the headings above and of the section.
/// `place`: in the article's sections; none for the article as a whole. `in_text`: the match is in
/// its text, so that its type is `content`.
[[nodiscard]] nlohmann::ordered_json section_record(search::Hit const& hit,
                                                    std::optional<std::size_t> place, bool in_text);

} // namespace recap::api
