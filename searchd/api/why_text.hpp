// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/result.hpp"

#include <string>
#include <vector>

namespace recap::api {

/// Why a hit is one, as an English sentence for a reader: `It has “deployment” in a heading and
/// “onboarding” (for “onbording”) in the text.` Its heaviest words, at most eight, by the fields in
/// which they weigh most. Plain text: whoever shows it escapes it. Empty without words.
///
/// The search page makes its own of the same reasons, in its reader's language.
[[nodiscard]] std::string why_text(std::vector<search::Reason> const& reasons);

} // namespace recap::api
