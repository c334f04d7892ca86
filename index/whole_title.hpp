// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "text/analyser.hpp"

#include <string>
#include <string_view>

namespace recap::index {

/// The term of an article whose title, or other title, has exactly these words, in any form and
/// with any punctuation. Empty for a text without words.
[[nodiscard]] std::string whole_title_term(text::Analyser& analyser, std::string_view title);

} // namespace recap::index
