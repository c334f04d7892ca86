// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace recap::metadata {

// Words of dates in English, German, French, Spanish, Italian, Portuguese, Dutch, Danish,
// Norwegian, Swedish, Polish and Indonesian, in lower case without accents.

/// The month, 1 to 12, whose name is `word` or begins with it (three letters or more); 0 for any
/// other word, and for one that begins the names of different months (`jui`).
[[nodiscard]] unsigned month_named(std::string_view word);

/// True for the name of a weekday; in English and German also if abbreviated.
[[nodiscard]] bool is_weekday(std::string_view word);

/// True for a word between the parts of a date: `of`, `de`, `le`, `den`.
[[nodiscard]] bool is_date_particle(std::string_view word);

/// True for the ending of an ordinal number: `st`, `er`, `o`.
[[nodiscard]] bool is_ordinal_ending(std::string_view word);

} // namespace recap::metadata
