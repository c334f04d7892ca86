// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace recap::text {

/// True for a function word: English (`although`, `between`, `themselves`) in any ASCII case;
/// Korean (`언제`, `무엇`, `대한`) without its particle. A fixed list, because in a small index
/// even these words are rare.
[[nodiscard]] bool is_stop_word(std::string_view word);

} // namespace recap::text
