// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recap::text {

// Forms and classes of characters as programming languages have them, for what has to come out
// byte by byte as another program makes it; words are folded by analyser.hpp. Any thread may call
// these. Those that ICU does throw std::runtime_error when it lacks its data.

/// A letter, digit or mark in lower case; nothing for any other character.
[[nodiscard]] std::optional<char32_t> slug_character(char32_t character);

/// Letters, also those that are numbers or in circles, marks, decimal digits, `_` and its like:
/// `\w` of regular expressions.
[[nodiscard]] bool is_word_character(char32_t character);

/// General categories L and N, or L and Nd.
[[nodiscard]] bool is_letter_or_digit(char32_t character);
[[nodiscard]] bool is_letter_or_decimal(char32_t character);

/// As JavaScript and Python have it: a sigma that ends a word is `ς`, `İ` two characters.
[[nodiscard]] std::string lower_case(std::string_view text);

/// Each character separately, as Go does it.
[[nodiscard]] std::string simple_lower_case(std::string_view text);

/// `text` with each `from`, which is not empty, as `to`.
[[nodiscard]] std::string with_each(std::string_view text, std::string_view from,
                                    std::string_view to);

/// NFKD.
[[nodiscard]] std::string decomposed(std::string_view text);

/// `text` in NFKD, with Latin letters as those of ASCII, and everything else unchanged: `Größe` is
/// `Grosse`.
[[nodiscard]] std::string latin(std::string_view text);

} // namespace recap::text
