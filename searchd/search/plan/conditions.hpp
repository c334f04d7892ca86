// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/match/clause.hpp"
#include "searchd/search/match/reader.hpp"
#include "searchd/search/request.hpp"

#include <string>

namespace recap::search {

/// The articles that meet one of `alternatives`, or all articles if there are none. An article with
/// the value scores `weight`. Throws BadRequest for an invalid date.
[[nodiscard]] Clause condition_clause(AnyOf const& alternatives, Reader& reader, double weight);

/// Days of publication from the first of `from` to the last of `to`; empty = open. Throws
/// BadRequest for an invalid date.
[[nodiscard]] Clause date_range(Reader& reader, std::string const& from, std::string const& to);

/// The existing years from `from` to `to`; empty = open.
[[nodiscard]] Clause year_range(Reader& reader, std::string const& from, std::string const& to);

} // namespace recap::search
