// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/api/long_query.hpp"

#include "text/ascii.hpp"

#include <algorithm>

namespace recap::api {

std::string beginning(std::string_view whole, std::size_t words, std::size_t bytes) {
  std::size_t end = 0;
  for (std::size_t word = 0; word < words; ++word) {
    auto const begin = whole.find_first_not_of(text::white_space, end);
    if (begin == std::string_view::npos) break;
    auto const next = std::min(whole.find_first_of(text::white_space, begin), whole.size());
    if (next > bytes) {
      if (end > 0) break;
      end = bytes; // a single word that is too long
      while (end > 0 && (static_cast<unsigned char>(whole[end]) & 0xC0U) == 0x80U)
        --end;
      break;
    }
    end = next;
  }
  return std::string(whole.substr(0, end));
}

bool is_too_long(search::BadRequest const& error) {
  return error.code() == "too-many-words" || error.code() == "query-too-long";
}

/// A text without blanks, such as an address, is one word here, but may be many for the search.
bool Beginnings::shorten() {
  auto& size = words_ > 1 ? words_ : bytes_;
  size = size * 3 / 4;
  return size > 0;
}

std::string without_operators(std::string text) {
  constexpr std::string_view operators = "\"():";
  std::ranges::replace_if(
      text, [operators](char c) { return operators.find(c) != std::string_view::npos; }, ' ');
  return text;
}

} // namespace recap::api
