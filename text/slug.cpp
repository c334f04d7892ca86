// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/slug.hpp"

#include "text/unicode.hpp"

#include <unicode/uchar.h>

namespace recap::text {

std::optional<char32_t> slug_character(char32_t character) {
  auto const c = static_cast<UChar32>(character);
  bool const stays = (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
  return stays ? std::optional(static_cast<char32_t>(u_tolower(c))) : std::nullopt;
}

std::string slug(std::string_view heading) {
  std::string out;
  for (std::size_t at = 0; at < heading.size();) {
    Decoded const next = decode(heading, at);
    at = next.end;
    if (next.character == ' ') {
      out += '-';
    } else if (next.character == '-' || next.character == '_') {
      append(out, next.character);
    } else if (auto const kept = slug_character(next.character)) {
      append(out, *kept);
    }
  }
  return out;
}

std::string Slugger::anchor(std::string_view heading) {
  std::string const base = slug(heading);
  std::string candidate = base;
  while (seen_.contains(candidate)) {
    candidate = base + '-' + std::to_string(++seen_[base]);
  }
  seen_.emplace(candidate, 0);
  return candidate;
}

} // namespace recap::text
