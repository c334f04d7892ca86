// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/planner.hpp"
#include "searchd/search/request.hpp"

#include <xapian.h>

namespace recap::search {

/// The articles that meet one of `alternatives`, or every article for none.
/// `planner` knows the years and days there are. Throws BadRequest for a date that is none.
[[nodiscard]] Xapian::Query condition_query(AnyOf const& alternatives, Planner const& planner);

} // namespace recap::search
