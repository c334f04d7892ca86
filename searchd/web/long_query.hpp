// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recap::web {

/// The first words of `whole`, which must be UTF-8: at most `words` runs without blanks, and
/// `bytes` bytes. Cuts between words if there is more than one, and never inside a character.
[[nodiscard]] std::string beginning(std::string_view whole, std::size_t words, std::size_t bytes);

/// `text` with quotes, parentheses and colons replaced by blanks, because cutting may have removed
/// their other halves.
[[nodiscard]] std::string without_operators(std::string text);

} // namespace recap::web
