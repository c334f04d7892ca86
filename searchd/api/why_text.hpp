// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searchd/search/result.hpp"

#include <string>
#include <vector>

namespace recap::api {

/// The words to show to a reader: the heaviest, at most eight, without stop words if there are
/// others.
[[nodiscard]] std::vector<search::Reason> shown_words(std::vector<search::Reason> const& reasons);

/// The reasons for a hit as an English sentence: `It has “deployment” in a heading and “onboarding”
/// (for “onbording”) in the text.` Groups the shown_words() by the fields in which they weigh most.
/// Plain text, not escaped. Empty without words.
///
/// The search page builds its own sentence from the same reasons, in the reader's language.
[[nodiscard]] std::string why_text(std::vector<search::Reason> const& reasons);

} // namespace recap::api
