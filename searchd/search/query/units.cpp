// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/query/units.hpp"

#include "text/inner_words.hpp"

#include <algorithm>

namespace recap::search {
namespace {

using text::Token;
using text::TokenKind;

/// The exact words among tokens [first, last), without compounds.
std::vector<std::string> words_among(std::vector<Token> const& tokens, std::size_t first,
                                     std::size_t last) {
  std::vector<std::string> words;
  for (std::size_t i = first; i < last; ++i) {
    if (tokens[i].kind != TokenKind::compound) words.push_back(tokens[i].word);
  }
  return words;
}

/// The smallest words inside the words among tokens [first, last); empty if there are none. Skips
/// the v before a version number.
std::vector<std::string> words_inside(text::Analyser& analyser, std::string_view text,
                                      std::vector<Token> const& tokens, std::size_t first,
                                      std::size_t last) {
  std::vector<std::string> words;
  bool any = false;
  for (std::size_t i = first; i < last; ++i) {
    Token const& token = tokens[i];
    if (token.kind != TokenKind::word) continue;
    auto const written = text.substr(token.begin, token.stem_end - token.begin);
    auto const inside = text::inner_words(written);
    any = any || !inside.empty();
    if (inside.empty()) words.push_back(token.word);
    for (auto const& inner : inside) {
      if (!inner.is_smallest) continue;
      for (auto& one : analyser.analyse(written.substr(inner.begin, inner.end - inner.begin)))
        words.push_back(std::move(one.word));
    }
  }
  if (!any) return {};
  bool const is_version = words.size() > 2 && words[0] == "v" && text::is_number(words[1]);
  if (is_version) words.erase(words.begin());
  return words;
}

Unit unit_of(Token const& token, std::string_view text) {
  Unit unit;
  unit.offset = token.begin;
  unit.typed = text.substr(token.begin, token.end - token.begin);
  unit.word = token.word;
  unit.stem = token.stem;
  unit.hangul = token.kind == TokenKind::hangul;
  if (token.kind == TokenKind::cjk) unit.kind = Unit::Kind::cjk;
  return unit;
}

} // namespace

bool Unit::matches(text::Token const& token) const {
  switch (kind) {
  case Kind::word:
    return token.stem == stem || (token.kind == TokenKind::hangul && token.word == stem);
  case Kind::inside:
    return token.kind == TokenKind::hangul && token.word.size() > stem.size() &&
           token.word.find(stem) != std::string::npos;
  case Kind::cjk: return token.kind == TokenKind::cjk && token.word.find(word) != std::string::npos;
  case Kind::compound: return token.word == word;
  case Kind::several: return std::ranges::find(sequence, token.stem) != sequence.end();
  case Kind::prefix: return token.word.starts_with(word);
  case Kind::phrase:
    return sequence.size() == 1 && (token.word == sequence[0] ||
                                    (token.kind == TokenKind::hangul && token.stem == sequence[0]));
  }
  return false;
}

std::vector<Unit> units_of_words(text::Analyser& analyser, std::string_view text) {
  auto const tokens = analyser.analyse(text);
  std::vector<Unit> units;
  for (std::size_t i = 0; i < tokens.size();) {
    Token const& token = tokens[i];
    Unit unit = unit_of(token, text);
    std::size_t next = i + 1;
    std::uint32_t const end = token.position + token.parts;
    while (next < tokens.size() && tokens[next].position < end)
      ++next;
    bool const is_compound = token.kind == TokenKind::compound;
    if (is_compound) unit.kind = Unit::Kind::compound;
    // A name with a sign differs from its letter: C++ does not match c.
    if (is_compound && token.parts > 1) unit.sequence = words_among(tokens, i + 1, next);
    if (!is_compound || token.parts > 1) unit.apart = words_inside(analyser, text, tokens, i, next);
    units.push_back(std::move(unit));
    i = next;
  }
  return units;
}

std::optional<Unit> unit_of_phrase(text::Analyser& analyser, std::string_view text) {
  auto const tokens = analyser.analyse(text);
  Unit unit;
  unit.kind = Unit::Kind::phrase;
  unit.typed = text;
  unit.sequence = words_among(tokens, 0, tokens.size());
  if (unit.sequence.empty()) return std::nullopt;
  // A single quoted name with a sign keeps it.
  if (unit.sequence.size() == 1 && tokens.front().kind == TokenKind::compound)
    unit.sequence[0] = tokens.front().word;
  return unit;
}

} // namespace recap::search
