// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/phrase_term.hpp"

#include "text/unicode.hpp"

#include <algorithm>

namespace recap::index {

std::string phrase_term(PhraseKind kind, std::string_view text, std::uint32_t day) {
  constexpr std::string_view letters = "TKAH";
  constexpr std::size_t day_digits = 8;
  std::string term(phrase_prefix);
  term += letters[static_cast<std::size_t>(kind)];
  if (kind == PhraseKind::title) {
    std::string const digits = std::to_string(day);
    term.append(day_digits - std::min(day_digits, digits.size()), '0').append(digits);
  }
  return term.append(text.substr(0, text::floor_to_character(text, longest_phrase_bytes)));
}

} // namespace recap::index
