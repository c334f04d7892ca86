// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/whole_title.hpp"

#include "index/checksum.hpp"
#include "text/hangul.hpp"
#include "text/unicode.hpp"

namespace recap::index {
namespace {

constexpr std::string_view prefix = "XT";

/// Longer titles end in a checksum of the whole.
constexpr std::size_t longest_bytes = 160;

/// 고양이 is not the title 고양, although its end may be a particle.
std::string_view form_of(text::Token const& token) {
  bool const may_be_noun = token.kind == text::TokenKind::hangul &&
                           token.stem.size() < token.word.size() &&
                           text::may_end_noun(token.word.substr(token.stem.size()));
  return may_be_noun ? token.word : token.stem;
}

} // namespace

std::string whole_title_term(text::Analyser& analyser, std::string_view title) {
  std::string words;
  for (auto const& token : analyser.analyse(title)) {
    if (token.kind != text::TokenKind::compound)
      words.append(words.empty() ? "" : " ").append(form_of(token));
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
