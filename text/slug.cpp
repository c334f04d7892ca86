// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/slug.hpp"

#include "text/unicode.hpp"

#include <unicode/uchar.h>

namespace recap::text {
namespace {

bool is_kept(UChar32 c) {
  return c == '-' || c == '_' ||
         (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

} // namespace

std::string slug(std::string_view heading) {
  std::string out;
  for (std::size_t at = 0; at < heading.size();) {
    Decoded const next = decode(heading, at);
    at = next.end;
    if (next.character == ' ') {
      out += '-';
    } else if (auto const c = static_cast<UChar32>(next.character); is_kept(c)) {
      append(out, static_cast<char32_t>(u_tolower(c)));
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
