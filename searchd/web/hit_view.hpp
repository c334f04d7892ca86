// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/web/template.hpp"
#include "searchd/web/wording.hpp"

namespace recap::web {

/// A hit of `GET /v1/search` as shown on pages, for fill(). Omits addresses that are not safe to
/// link to.
[[nodiscard]] Json hit_view(Json const& hit, Wording const& words);

} // namespace recap::web
