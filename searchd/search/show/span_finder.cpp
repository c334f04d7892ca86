// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/show/span_finder.hpp"

#include "text/hangul.hpp"

#include <algorithm>
#include <optional>

namespace recap::search {
namespace {

using text::Token;
using text::TokenKind;

/// The part of a token that a unit covers: of a longer word, only the Hangul noun.
Span covered(Token const& token, Unit const& unit, std::size_t number, std::string_view text) {
  if (unit.hangul && token.stem != unit.stem) {
    auto const at = text.substr(token.begin, token.end - token.begin).find(unit.stem);
    if (at != std::string_view::npos)
      return {token.begin + at, token.begin + at + unit.stem.size(), number};
  }
  auto end = token.stem_end;
  if (unit.is_syllable) {
    auto const word = text.substr(token.begin, token.end - token.begin);
    end = token.begin + text::end_of_syllable(word, 1);
  }
  return {token.begin, end, number};
}

bool continues(Token const& token, std::string const& word) {
  return token.word == word || (token.kind == TokenKind::hangul && token.stem == word);
}

/// Where a sequence that begins with the word `first` begins: at `word`, or at a word at its end,
/// as 2.4.1 in v2.4.1.
std::optional<std::uint32_t> beginning(std::vector<Token> const& tokens, Token const* word,
                                       std::string const& first) {
  if (continues(*word, first)) return word->begin;
  for (auto const* inside = word + 1;
       inside < tokens.data() + tokens.size() && inside->position == word->position; ++inside) {
    if (inside->end == word->end && inside->word == first) return inside->begin;
  }
  return std::nullopt;
}

void find_sequence(std::vector<Token> const& tokens, std::vector<Token const*> const& words,
                   Unit const& unit, std::size_t number, std::vector<Span>& spans) {
  auto const& sequence = unit.sequence;
  for (std::size_t i = 0; i + sequence.size() <= words.size(); ++i) {
    auto const begin = beginning(tokens, words[i], sequence.front());
    if (!begin) continue;
    std::size_t matched = 1;
    while (matched < sequence.size() &&
           words[i + matched]->position == words[i]->position + matched &&
           continues(*words[i + matched], sequence[matched]))
      ++matched;
    if (matched == sequence.size()) {
      spans.push_back({*begin, words[i + matched - 1]->stem_end, number});
    }
  }
}

/// Of overlapping spans, keeps the one that begins first and is longest.
void drop_overlaps(std::vector<Span>& spans) {
  std::ranges::sort(spans, [](Span const& a, Span const& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::size_t end = 0;
  std::erase_if(spans, [&](Span const& span) {
    if (span.begin < end) return true;
    end = span.end;
    return false;
  });
}

} // namespace

void SpanFinder::add(Unit const& unit) {
  auto const number = units_.size();
  units_.push_back(&unit);
  wanted_.add(unit.kind == Unit::Kind::prefix ? unit.word : unit.stem);
  for (auto const& word : unit.sequence)
    wanted_.add(word);
  if (unit.kind == Unit::Kind::word) {
    words_.emplace(unit.stem, number);
  } else {
    others_.push_back(number);
  }
  if (unit.sequence.size() > 1) sequences_.push_back(number);
}

template <typename Found>
void SpanFinder::for_each_match(Token const& token, Found found) const {
  auto const look_up = [&](std::string const& stem) {
    auto const [first, last] = words_.equal_range(stem);
    for (auto at = first; at != last; ++at)
      found(at->second);
  };
  look_up(token.stem);
  if (token.kind == TokenKind::hangul && token.word != token.stem) look_up(token.word);
  for (auto const number : others_) {
    if (units_[number]->matches(token)) found(number);
  }
}

std::vector<Span> SpanFinder::find(text::Analyser& analyser, std::string_view text) const {
  if (units_.empty() || text.empty()) return {};
  std::vector<Token> const tokens = analyser.analyse_for(text, wanted_);
  std::vector<Span> spans;
  for (Token const& token : tokens) {
    for_each_match(token, [&](std::size_t number) {
      spans.push_back(covered(token, *units_[number], number, text));
    });
  }
  if (!sequences_.empty()) {
    std::vector<Token const*> words;
    for (Token const& token : tokens) {
      if (token.kind != TokenKind::compound) words.push_back(&token);
    }
    for (auto const number : sequences_)
      find_sequence(tokens, words, *units_[number], number, spans);
  }
  drop_overlaps(spans);
  return spans;
}

} // namespace recap::search
