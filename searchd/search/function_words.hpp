// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace recap::search {

/// True for an English word that joins others and names nothing (`although`, `between`,
/// `themselves`), in any case of ASCII. In a small index even these are rare, so rarity does not
/// keep them out. Korean has its own in particles and endings, which are no words here.
[[nodiscard]] bool is_function_word(std::string_view word);

} // namespace recap::search
