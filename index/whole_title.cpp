// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/whole_title.hpp"

#include "index/checksum.hpp"
#include "text/unicode.hpp"

namespace recap::index {
namespace {

constexpr std::string_view prefix = "XT";

/// Longer titles end in a checksum of all of it.
constexpr std::size_t longest_bytes = 160;

} // namespace

std::string whole_title_term(text::Analyser& analyser, std::string_view title) {
  std::string words;
  for (auto const& token : analyser.analyse(title)) {
    if (token.kind != text::TokenKind::compound)
      words.append(words.empty() ? "" : " ").append(token.stem);
  }
  if (words.empty()) return {};
  if (words.size() > longest_bytes) {
    std::string const whole = checksum(words);
    words.resize(text::floor_to_character(words, longest_bytes));
    words += whole;
  }
  return std::string(prefix).append(words);
}

} // namespace recap::index
