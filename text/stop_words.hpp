// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace recap::text {

/// True for a word that joins others and names nothing: English (`although`, `between`,
/// `themselves`) in any case of ASCII; Korean (`언제`, `무엇`, `대한`) without its particle. In a
/// small index even these are rare, so rarity does not keep them out.
[[nodiscard]] bool is_stop_word(std::string_view word);

} // namespace recap::text
