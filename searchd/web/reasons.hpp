// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/web/template.hpp"
#include "searchd/web/wording.hpp"

namespace recap::web {

/// `why` of a hit of `GET /v1/search` as one sentence, in pieces for a template: objects with
/// `text`, or with `quoted` for a word of the query or of the article. Empty if no word is a
/// reason.
[[nodiscard]] Json reasons_sentence(Json const& why, Wording const& words);

} // namespace recap::web
