// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "index/record.hpp"

#include <string_view>

namespace recap::api {

/// Takes the front matter off the top of a draft (`---` or `+++` lines around it) and gives its
/// length in bytes, 0 where there is none. Title, other titles, authors, topics, summary, language,
/// year and season go into `draft`, under the names of docs/fields.md. Reads the usual shapes (a
/// value, a quoted one, a list in brackets or a line each), and passes over what it cannot read:
/// the indexer is the one that checks.
std::size_t read_front_matter(std::string_view text, index::Record& draft);

} // namespace recap::api
