// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/search/suggest/written_words.hpp"

#include "index/record.hpp"
#include "searchd/search/show/sections.hpp"
#include "text/ascii.hpp"
#include "text/segmenter.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace recap::search {
namespace {

/// Bytes of each text to scan.
constexpr std::size_t most_bytes = 64 * 1024;

/// Also true for the bytes of longer characters.
bool is_of_word(char c) {
  return text::is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// True if the letters are a word by themselves; far faster than analysing the text.
bool stands_alone(std::string_view text, std::string_view word) {
  auto const same = [](char a, char b) { return text::lower(a) == b; };
  auto from = text.begin();
  while (true) {
    auto const at = std::search(from, text.end(), word.begin(), word.end(), same);
    if (at == text.end()) return false;
    auto const end = at + static_cast<std::ptrdiff_t>(word.size());
    bool const begins = at == text.begin() || !is_of_word(*(at - 1));
    if (begins && (end == text.end() || !is_of_word(*end))) return true;
    from = at + 1;
  }
}

/// Only words of letters and digits are joined, and numbers keep their joints.
bool may_be_joined(std::string_view word) {
  auto const kind = text::classify(text::decode(word, 0).character);
  if (kind == text::CharacterClass::hangul || kind == text::CharacterClass::cjk) return false;
  return std::ranges::any_of(word, [](char c) { return c != '.' && (c < '0' || c > '9'); });
}

} // namespace

std::string WrittenWords::look_up(std::string const& word) {
  auto const article = reader_.first_article(word);
  if (article == 0) return {};
  auto const record = reader_.record(article);
  auto const places = reader_.positions(article, word);
  Sections sections(reader_, article, record);
  auto const place = places.empty() ? std::nullopt : sections.of(places.front());
  auto texts = texts_of(record, place ? std::optional(place->section) : std::nullopt);
  for (auto& text : texts) {
    text = text.substr(0, text::floor_to_character(text, most_bytes));
    if (stands_alone(text, word)) return word;
  }
  for (auto const text : texts) {
    for (auto const& token : reader_.analyser.analyse(text)) {
      if (token.word != word) continue;
      bool const is_joined = token.kind == text::TokenKind::compound;
      return is_joined ? std::string(text.substr(token.begin, token.stem_end - token.begin)) : word;
    }
  }
  return {};
}

std::optional<std::string> WrittenWords::of(std::string const& word) {
  if (!may_be_joined(word)) return word;
  auto known = reader_.written_words.find(word);
  if (known == reader_.written_words.end())
    known = reader_.written_words.emplace(word, look_up(word)).first;
  return known->second.empty() ? std::nullopt : std::optional(known->second);
}

} // namespace recap::search
