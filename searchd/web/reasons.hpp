// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/result.hpp"
#include "searchd/web/template.hpp"
#include "searchd/web/wording.hpp"

#include <vector>

namespace recap::web {

/// The reasons of a hit as one sentence, in pieces for a template: objects with `text`, or with
/// `quoted` for a word of the query or of the article. Empty if no word is a reason.
[[nodiscard]] Json reasons_sentence(std::vector<search::Reason> const& why, Wording const& words);

} // namespace recap::web
