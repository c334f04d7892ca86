// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "text/analyser.hpp"

#include <string_view>

namespace recap::search {

/// True for a word that is its own stem, and so may stand for it.
[[nodiscard]] bool is_own_stem(text::Analyser& analyser, std::string_view word);

} // namespace recap::search
