// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/api/authors.hpp"
#include "searchd/search/result.hpp"
#include "searchd/web/template.hpp"
#include "searchd/web/wording.hpp"

namespace recap::web {

/// A hit as pages show it, for fill(). Omits addresses that are not safe to link to.
[[nodiscard]] Json hit_view(search::Hit const& hit, Wording const& words,
                            api::AuthorTable const& authors);

} // namespace recap::web
